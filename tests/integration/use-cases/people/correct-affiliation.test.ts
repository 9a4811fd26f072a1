import { afterEach, expect, test } from 'vitest';
import { correctAffiliation } from '#app/use-cases/people/correct-affiliation.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { seeWork } from '#app/use-cases/people/see-work.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

onBothDatabases('an affiliation that is wrong', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const personId = vera.personId;
    const move = (library: string, from: string) => movePerson(world, null, { personId, library, from });
    const work = async () => (await seeWork(world, agency, { personId }))!;
    const latest = async () => (await work()).affiliations[0]!;
    return { agency, vera, personId, move, work, latest };
  }
  const certifiedAt = async (serviceId: string, day: string, knownOn?: string) =>
    (await readinessOfTheCountry(world, day, { knownOn })).services.find((each) => each.serviceId === serviceId)!
      .staffing.certified;

  test('is put right for library and day, and what stood before stays, with who put it right and when', async () => {
    const { agency, personId, move, work, latest } = await stage();
    await move(libraries.horsens, '2062-12-01');
    expect(await move(libraries.horsens, '2026-12-01')).toEqual({ ok: false, reason: 'before-last' });
    pass(world, 60);
    const affiliationId = (await latest()).id;
    const wanted = { personId, affiliationId, library: libraries.odense, from: '2026-12-01', lastDay: '' };
    expect(await correctAffiliation(world, agency, wanted)).toEqual({ ok: true, changed: true });
    expect(await work()).toMatchObject({
      affiliations: [
        { number: libraries.odense, from: '2026-12-01', lastDay: null, planned: true },
        { number: libraries.herning, from: '2020-01-01', lastDay: '2026-11-30' },
      ],
      corrections: [
        {
          number: libraries.horsens,
          from: '2062-12-01',
          lastDay: null,
          kind: 'corrected',
          by: 'Stine Eksempel',
          on: '2026-11-24',
        },
        { number: libraries.herning, from: '2020-01-01', lastDay: '2062-11-30', kind: 'corrected' },
      ],
    });
    expect(await correctAffiliation(world, agency, wanted)).toEqual({ ok: true, changed: false });
    expect((await work()).corrections).toHaveLength(2);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('that was only planned is dropped, and the one before goes on until the end it had', async () => {
    const { agency, personId, move, work, latest } = await stage();
    await move('', '2027-07-01');
    await move(libraries.odense, '2027-03-01');
    const drop = async () =>
      correctAffiliation(world, agency, { personId, affiliationId: (await latest()).id, drop: true });
    expect(await drop()).toEqual({ ok: true, changed: true });
    expect((await work()).affiliations).toMatchObject([{ number: libraries.herning, lastDay: '2027-06-30' }]);
    expect((await work()).corrections.map(({ kind, number }) => [kind, number])).toEqual([
      ['dropped', libraries.odense],
      ['corrected', libraries.herning],
    ]);
    // The library never counts as one with people on record, and the person can be moved there anew.
    expect(
      (await readinessOfTheCountry(world, '2027-04-01')).services.find(
        ({ serviceId }) => serviceId === 'tjeneste-0461',
      ),
    ).toMatchObject({
      gates: expect.arrayContaining([expect.objectContaining({ key: 'bemanding', value: 'ukendt' })]),
    });
    expect(await move(libraries.odense, '2027-02-01')).toEqual({ ok: true });
  });

  test('changes what is known now of a past day, not what was known then', async () => {
    const { agency, personId, move, latest } = await stage();
    await putCertificate(world, { personId, number: '2026-00001', code: 'A', issuedOn: '2026-01-10' });
    await move(libraries.horsens, '2026-11-24');
    world.clock.at = '2026-11-26T09:00:00.000Z';
    const affiliationId = (await latest()).id;
    expect(
      await correctAffiliation(world, agency, { personId, affiliationId, library: libraries.odense }),
    ).toMatchObject({ ok: true });
    expect(await certifiedAt('tjeneste-0461', '2026-11-25')).toBe(1);
    expect(await certifiedAt('tjeneste-0615', '2026-11-25')).toBe(0);
    expect(await certifiedAt('tjeneste-0461', '2026-11-25', '2026-11-25')).toBe(0);
    expect(await certifiedAt('tjeneste-0615', '2026-11-25', '2026-11-25')).toBe(1);
    expect((await latest()).guidesFrom).toBe('2026-11-24');
  });

  test('is not put right to a closed library, to one that is not there, or by halves', async () => {
    const { agency, personId, move, work, latest } = await stage();
    await move(libraries.horsens, '2026-12-01');
    await world.db
      .updateTable('library')
      .set({ closed_on: '2027-01-01' })
      .where('number', '=', libraries.odense)
      .execute();
    const affiliationId = (await latest()).id;
    const reasonOf = async (wanted: Record<string, string>) => {
      const done = await correctAffiliation(world, agency, { personId, affiliationId, ...wanted });
      return done.ok ? 'ok' : done.reason;
    };
    expect(await reasonOf({ library: '999999' })).toBe('no-library');
    expect(await reasonOf({ library: libraries.odense })).toBe('library-closed');
    expect(await reasonOf({ from: '2026-02-30' })).toBe('not-a-day');
    expect(await reasonOf({ lastDay: 'snart' })).toBe('not-a-last-day');
    expect(await reasonOf({ lastDay: '2026-11-30' })).toBe('ends-before-it-begins');
    expect(await reasonOf({ from: '2020-01-01' })).toBe('before-earlier');
    expect((await work()).corrections).toEqual([]);
    expect(await reasonOf({ library: libraries.odense, lastDay: '2026-12-31' })).toBe('ok');
    // What goes on after the plan is dropped must be open as well.
    await world.db
      .updateTable('library')
      .set({ closed_on: '2026-12-15' })
      .where('number', '=', libraries.herning)
      .execute();
    expect(await correctAffiliation(world, agency, { personId, affiliationId, drop: true })).toEqual({
      ok: false,
      reason: 'library-closed',
    });
  });

  test('is put right by the contact person within the own service, and by nobody who is not concerned', async () => {
    const { personId, move, latest, vera } = await stage();
    const kim = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const stranger = await somebody(world, { givenName: 'Ida', roles: ['contact-person'], library: libraries.odense });
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.herning });
    const affiliationId = (await latest()).id;
    const wanted = { personId, affiliationId, from: '2021-01-01' };
    for (const other of [stranger, leader, vera]) {
      expect(await correctAffiliation(world, other, wanted)).toEqual({ ok: false, reason: 'not-found' });
      expect(await seeWork(world, other, { personId })).toBeUndefined();
    }
    expect(await correctAffiliation(world, kim, { ...wanted, library: libraries.odense })).toEqual({
      ok: false,
      reason: 'other-service',
    });
    expect(await correctAffiliation(world, kim, wanted)).toEqual({ ok: true, changed: true });
    await move(libraries.odense, '2026-12-01');
    expect((await seeWork(world, kim, { personId }))!.affiliations.map(({ number }) => number)).toEqual([
      libraries.herning,
    ]);
    expect(await correctAffiliation(world, kim, { personId, affiliationId, lastDay: '2026-12-31' })).toEqual({
      ok: false,
      reason: 'other-service',
    });
    const seen = await seeMunicipality(world, stranger, { code: '0461', asOf: '2026-11-24', language: 'da' });
    expect(seen).toMatchObject({
      mayCorrect: true,
      others: [{ name: 'Vera Eksempel', from: '2026-12-01', leftOn: null }],
    });
  });

  test('is named on the command line by the day it began, or is the latest', async () => {
    const { vera, move, work } = await stage();
    const { email } = await world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', vera.personId)
      .executeTakeFirstOrThrow();
    await move(libraries.odense, '2026-12-01');
    expect(await correctAffiliation(world, null, { email: email!, began: '2019-01-01', from: '2019-02-01' })).toEqual({
      ok: false,
      reason: 'no-affiliation',
    });
    expect(
      await correctAffiliation(world, null, { email: email!, began: '2020-01-01', from: '2019-02-01' }),
    ).toMatchObject({ changed: true });
    expect(await correctAffiliation(world, null, { email: email!, drop: true })).toMatchObject({ changed: true });
    expect((await work()).affiliations).toMatchObject([
      { number: libraries.herning, from: '2019-02-01', lastDay: null },
    ]);
    expect((await work()).corrections[0]).toMatchObject({ by: null, kind: 'dropped' });
  });
});

onBothDatabases('the staff of a municipality', (_, fresh) => {
  test('of one name at one library are told apart by their addresses', async () => {
    const world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const givenName of ['Vera', 'Vera', 'Villy'])
      await somebody(world, { givenName, roles: ['adviser'], library: libraries.herning });
    const seen = await seeMunicipality(world, agency, { code: '0657', asOf: '2026-11-24', language: 'da' });
    const names = seen!.staff.map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    expect(names.filter((name) => /^Vera Eksempel \(vera-.*@bibliotek\.example\)$/.test(name))).toHaveLength(2);
    expect(names).toContain('Villy Eksempel');
    await world.close();
  });
});
