import { afterEach, expect, test } from 'vitest';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { startGuiding } from '#db/queries/affiliation.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { passedStep } from '../../../passed-step.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('a past day', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const herning = 'tjeneste-0657';
  const on = async (day: string, knownOn?: string) =>
    (await readinessOfTheCountry(world, day, { knownOn })).services.find(({ serviceId }) => serviceId === herning)!;
  const adviser = () => somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });

  test('stays as it was when a certificate is replaced later', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const vera = await adviser();
    const put = (number: string, issuedOn: string, more = {}) =>
      putCertificate(world, { personId: vera.personId, number, code: number, issuedOn, ...more });
    const note = (number: string, type: 'issued' | 'suspended' | 'suspension-lifted' | 'replaced', day: string) =>
      appendCertificateEvent(world.db, {
        ...{ id: world.newId(), number, type, reason: null, actor: null },
        ...{ at: `${day}T09:00:00.000Z`, recorded_at: `${day}T09:00:00.000Z` },
      });
    await put('2026-00001', '2026-11-28');
    await note('2026-00001', 'issued', '2026-11-28');
    await note('2026-00001', 'suspended', '2027-02-01');
    await note('2026-00001', 'suspension-lifted', '2027-02-20');
    const asked = async () => {
      const days = ['2027-01-15', '2027-02-10', '2027-03-01'];
      return Promise.all(
        days.map(async (asOf) => {
          const seen = (await seeMunicipality(world, agency, { code: '0657', asOf, language: 'da' }))!;
          return [asOf, (await on(asOf)).staffing.certified, seen.staff[0]!.status];
        }),
      );
    };
    const before = await asked();
    expect(before).toEqual([
      ['2027-01-15', 1, 'valid'],
      ['2027-02-10', 0, 'suspended'],
      ['2027-03-01', 1, 'valid'],
    ]);
    await put('2027-00001', '2027-04-01', { valid_from: '2026-11-28', replaces: '2026-00001', status_index: 70_001 });
    await note('2027-00001', 'issued', '2027-04-01');
    await note('2026-00001', 'replaced', '2027-04-01');
    expect(await asked()).toEqual(before);
    expect((await on('2027-04-01')).staffing.certified).toBe(1);
  });

  test('counts only certificates of the certifications that the policy names', async () => {
    world = await fakeWorld(await fresh());
    const put = async (course: string, number: string) =>
      putCertificate(world, {
        ...{ personId: (await adviser()).personId, number, code: number, issuedOn: '2026-11-01', course },
      });
    await put('foerstehjaelp', '2026-00001');
    expect((await on('2026-11-24')).staffing.certified).toBe(0);
    await put('fornyelse', '2026-00002');
    expect((await on('2026-11-24')).staffing.certified).toBe(1);
  });

  test('can be asked as it was known then: an end that was recorded later was not known', async () => {
    world = await fakeWorld(await fresh());
    const vera = await adviser();
    await putCertificate(world, {
      ...{ personId: vera.personId, number: '2026-00001', code: 'x', issuedOn: '2026-11-01' },
    });
    await startGuiding(world.db, { personId: vera.personId, day: '2026-11-01', now: world.now() });
    world.clock.at = '2026-12-05T09:00:00.000Z';
    await movePerson(world, null, { personId: vera.personId, library: '', from: '2026-12-01' });
    expect((await on('2026-12-03')).staffing.certified).toBe(0);
    expect((await on('2026-12-03', '2026-12-04')).staffing.certified).toBe(1);
    expect((await on('2026-12-03', '2026-12-05')).staffing.certified).toBe(0);
    // Before anybody was recorded, nothing was known of anybody.
    expect((await on('2026-12-03', '2026-01-01')).staffing.missing).toBeNull();
  });

  test('has the population and the service it had, and a closed library stays where it was', async () => {
    world = await fakeWorld(await fresh());
    const required = async (day: string, knownOn?: string) => (await on(day, knownOn)).staffing.required;
    const now = await required('2026-11-24');
    world.clock.at = '2027-02-01T09:00:00.000Z';
    await world.db
      .updateTable('municipality')
      .set({ population: 1_000_000, population_date: '2027-01-01', recorded_at: world.now() })
      .where('code', '=', '0657')
      .execute();
    expect([await required('2026-11-24'), await required('2027-01-01')]).toEqual([now, 8]);
    expect(await required('2027-01-01', '2027-01-31'), 'as known before').toBe(now);
    await world.db
      .updateTable('service_municipality')
      .set({ service_id: herning, valid_from: '2027-03-01', recorded_at: world.now() })
      .where('municipality_code', '=', '0615')
      .execute();
    const served = async (day: string) => (await on(day)).municipalities.map(({ name }) => name);
    expect(await served('2027-02-28')).toEqual(['Herning']);
    expect((await served('2027-03-01')).sort()).toEqual(['Herning', 'Horsens']);
  });

  test('counts confidentiality from what was passed, by course and edition, whatever the lists say', async () => {
    world = await fakeWorld(await fresh());
    const tavshed = async (day: string) => {
      const { value, reason } = (await on(day)).gates.find(({ key }) => key === 'tavshed')!;
      return [value, 'passed' in reason ? reason.passed : null];
    };
    const guide = async () => {
      const person = await adviser();
      await startGuiding(world.db, { personId: person.personId, day: '2026-01-01', now: world.now() });
      return person;
    };
    await passedStep(world, await guide(), { step: 'm2-test', at: '2026-10-20T09:00:00.000Z', score: 0.8 });
    expect(await tavshed('2026-10-19')).toEqual(['ikke-opfyldt', 0]);
    expect(await tavshed('2026-10-20')).toEqual(['opfyldt', 1]);
    await passedStep(world, await guide(), { step: 'm2-test', at: '2026-10-21T09:00:00.000Z', score: 0.79 });
    expect(await tavshed('2026-10-21'), 'failed').toEqual(['ikke-opfyldt', 1]);
    await passedStep(world, await guide(), { step: 'm2-test', at: '2026-10-21T09:00:00.000Z', edition: '2019.1' });
    expect(await tavshed('2026-10-21'), 'an edition that taught something else').toEqual(['ikke-opfyldt', 1]);
    const appealed = await passedStep(world, await guide(), {
      ...{ step: 'm2-test', at: '2026-10-21T09:00:00.000Z', score: 0.5 },
    });
    await world.db
      .insertInto('learning_event')
      .values({
        ...{ enrolment_id: appealed, seq: 3, type: 'appeal-upheld', at: '2026-10-22T09:00:00.000Z' },
        ...{ payload: '{"step":"m2-test","remedy":"pass"}', recorded_at: '2026-10-22T09:00:00.000Z' },
      })
      .execute();
    expect(await tavshed('2026-10-22'), 'passed on appeal').toEqual(['ikke-opfyldt', 2]);
  });
});
