import { afterEach, expect, test } from 'vitest';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { grantRole } from '#app/use-cases/people/grant-role.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { seePerson } from '#app/use-cases/people/see-person.server.ts';
import { setGuidesFrom } from '#app/use-cases/people/set-guides-from.server.ts';
import { closeLibrary } from '#app/use-cases/places/libraries/close-library.server.ts';
import { correctLibrary } from '#app/use-cases/places/libraries/correct-library.server.ts';
import { listLibraries } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import { openLibrary } from '#app/use-cases/places/libraries/open-library.server.ts';
import { reopenLibrary } from '#app/use-cases/places/libraries/reopen-library.server.ts';
import { seeClosing } from '#app/use-cases/places/libraries/see-closing.server.ts';
import { seeLibrary } from '#app/use-cases/places/libraries/see-library.server.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const { herning, horsens, odense, esbjerg } = libraries;

onBothDatabases('libraries', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: herning });
    const worksAt = async (personId: string) =>
      (await seePerson(world, boss, personId))!.affiliations
        .map(({ number, from, until }) => [number, from, until])
        .sort((a, b) => (a[1]! < b[1]! ? -1 : 1));
    const close = (more: Partial<Parameters<typeof closeLibrary>[2]> = {}, viewer = agency) =>
      closeLibrary(world, viewer, {
        ...{ number: herning, day: '2027-01-01', successor: odense, people: 'move', why: 'Lagt sammen' },
        ...more,
      });
    return { agency, boss, vera, worksAt, close };
  }

  test('that merge move their people to the successor on the day, keep past days, and take nobody from then on', async () => {
    const { boss, vera, worksAt, close, agency } = await stage();
    await putCertificate(world, { personId: vera.personId, number: '2026-00001', code: 'A', issuedOn: '2026-01-10' });
    const later = await addPerson(world, boss, {
      ...{ givenName: 'Nanna', familyName: '', email: 'nanna@b.example', roles: [] },
      ...{ from: '2027-06-01', library: herning },
    });
    const certifiedAt = async (serviceId: string, day: string) =>
      (await readinessOfTheCountry(world, day)).services.find((each) => each.serviceId === serviceId)!.staffing
        .certified;
    const before = await certifiedAt('tjeneste-0657', '2026-11-24');
    expect(await close()).toEqual({ ok: true, people: 2 });
    expect(await worksAt(vera.personId)).toEqual([
      [herning, '2020-01-01', '2027-01-01'],
      [odense, '2027-01-01', null],
    ]);
    expect(later.ok && (await worksAt(later.personId))).toEqual([[odense, '2027-06-01', null]]);
    expect([before, await certifiedAt('tjeneste-0657', '2026-12-31')]).toEqual([1, 1]);
    expect([
      await certifiedAt('tjeneste-0657', '2027-01-01'),
      await certifiedAt('tjeneste-0461', '2027-01-01'),
    ]).toEqual([0, 1]);
    const closed = { ok: false, reason: 'library-closed' };
    expect(await movePerson(world, boss, { personId: boss.personId, library: herning, from: '2027-01-01' })).toEqual(
      closed,
    );
    // Whoever comes until then goes on with the others.
    expect(await movePerson(world, boss, { personId: boss.personId, library: herning, from: '2026-12-01' })).toEqual({
      ok: true,
    });
    expect(await worksAt(boss.personId)).toEqual([
      [herning, '2026-12-01', '2027-01-01'],
      [odense, '2027-01-01', null],
    ]);
    expect(await seeLibrary(world, agency, herning)).toMatchObject({
      state: 'closes',
      successor: odense,
      changes: [{ kind: 'closed', day: '2027-01-01', moved: 2, by: 'Stine Eksempel', why: 'Lagt sammen' }],
    });
    expect((await seeLibrary(world, agency, odense))!.predecessors).toMatchObject([{ number: herning }]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('that close without a successor end their people and the role of their contact persons', async () => {
    const { boss, vera, worksAt, close } = await stage();
    await grantRole(world, boss, { personId: vera.personId, role: 'contact-person' });
    expect(await close({ successor: '', people: 'move' })).toEqual({ ok: false, reason: 'needs-successor' });
    expect(await close({ successor: '', people: 'end' })).toEqual({ ok: true, people: 1 });
    expect(await worksAt(vera.personId)).toEqual([[herning, '2020-01-01', '2027-01-01']]);
    const { grants } = (await seePerson(world, boss, vera.personId))!;
    expect(grants.find(({ role }) => role === 'contact-person')).toMatchObject({ until: '2027-01-01' });
    expect(grants.find(({ role }) => role === 'adviser')).toMatchObject({ until: null });
  });

  test('keep a contact person who goes on within the service', async () => {
    const { boss, vera, close, agency } = await stage();
    await grantRole(world, boss, { personId: vera.personId, role: 'contact-person' });
    const branch = {
      number: '765701',
      name: 'Filialen',
      municipality: '0657',
      from: '2026-01-01',
      guidancePoint: true,
    };
    expect(await openLibrary(world, agency, branch)).toEqual({ ok: true, number: '765701' });
    expect(await close({ successor: '765701' })).toEqual({ ok: true, people: 1 });
    const { grants } = (await seePerson(world, boss, vera.personId))!;
    expect(grants.find(({ role }) => role === 'contact-person')).toMatchObject({ until: null });
  });

  test('say before they close what it does to people and to readiness, and that is what happens', async () => {
    const { agency, boss, vera, close } = await stage();
    await putCertificate(world, { personId: vera.personId, number: '2026-00001', code: 'A', issuedOn: '2026-01-10' });
    await setGuidesFrom(world, boss, { personId: vera.personId, from: '2026-01-10' });
    await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: odense });
    for (const people of ['move', 'end']) {
      const asked = { number: herning, day: '2027-01-01', successor: odense, people };
      const gatesOn = async () =>
        Object.fromEntries(
          (await readinessOfTheCountry(world, '2027-01-01')).services.map(({ serviceId, gates }) => [serviceId, gates]),
        );
      const was = await gatesOn();
      const seen = await seeClosing(world, agency, { ...asked, language: 'da' });
      if (!seen.ok) throw new Error(seen.reason);
      expect(seen.preview).toMatchObject({
        people: 1,
        planned: 0,
        contacts: 0,
        lastOfService: true,
        asOf: '2027-01-01',
      });
      expect(await gatesOn()).toEqual(was);
      const foretold = await listServiceFacts(world, '2027-01-01', {
        services: seen.preview.effects.map(({ serviceId }) => serviceId),
        ifClosed: { library: herning, day: '2027-01-01', to: people === 'move' ? odense : null },
      });
      const rolledBack = world.db.transaction().execute(async (trx) => {
        expect(await closeLibraryIn(trx, asked)).toMatchObject({ ok: true });
        const inside = Object.assign(Object.create(world), { db: trx });
        const asOfClosing = { services: seen.preview.effects.map(({ serviceId }) => serviceId) };
        expect(await listServiceFacts(inside, '2027-01-01', asOfClosing)).toEqual(foretold);
        const services = (await readinessOfTheCountry(inside, '2027-01-01')).services;
        for (const { serviceId, gates } of seen.preview.effects) {
          const is = services.find((each) => each.serviceId === serviceId)!.gates;
          const changed = is.filter(
            ({ key, value }) => was[serviceId]!.find((gate) => gate.key === key)!.value !== value,
          );
          expect(gates.map(({ key, to }) => [key, to])).toEqual(changed.map(({ key, value }) => [key, value]));
        }
        throw new Error('taken back');
      });
      await expect(rolledBack).rejects.toThrow('taken back');
    }
    expect(
      await seeClosing(world, agency, {
        number: herning,
        day: '2027-01-01',
        successor: '',
        people: 'end',
        language: 'da',
      }),
    ).toMatchObject({
      preview: {
        effects: [
          { serviceId: 'tjeneste-0657', gates: expect.arrayContaining([expect.objectContaining({ key: 'tavshed' })]) },
        ],
      },
    });
    expect(await close()).toEqual({ ok: true, people: 1 });

    function closeLibraryIn(
      trx: typeof world.db,
      asked: { number: string; day: string; successor: string; people: string },
    ) {
      const nested = { transaction: () => ({ execute: (work: (db: typeof trx) => unknown) => work(trx) }) };
      return closeLibrary(Object.assign(Object.create(world), { db: nested }), agency, { ...asked, why: 'Prøve' });
    }
  });

  test('do not close so that something contradicts itself', async () => {
    const { agency, close } = await stage();
    const reasonOf = async (more: Parameters<typeof close>[0]) => {
      const done = await close(more);
      return done.ok ? 'ok' : done.reason;
    };
    expect(await reasonOf({ number: '999999' })).toBe('not-found');
    expect(await reasonOf({ day: '2027-02-30' })).toBe('not-a-day');
    expect(await reasonOf({ day: '2007-01-01' })).toBe('before-opened');
    expect(await reasonOf({ successor: '999999' })).toBe('no-successor');
    expect(await reasonOf({ successor: herning })).toBe('same-library');
    expect(await reasonOf({ people: '' })).toBe('no-choice');
    expect(await reasonOf({ why: 'nej' })).toBe('no-reason');
    expect(await reasonOf({ number: horsens, successor: herning, day: '2027-06-01' })).toBe('ok');
    // Horsens would go on at a library that is closed by then.
    expect(await close()).toEqual({ ok: false, reason: 'is-successor', name: 'Horsens Bibliotek', day: '2027-06-01' });
    expect(await reasonOf({ successor: horsens, day: '2027-07-01' })).toBe('successor-not-open');
    expect(await reopenLibrary(world, agency, { number: horsens })).toEqual({ ok: true });
    expect(await reopenLibrary(world, agency, { number: horsens })).toEqual({ ok: false, reason: 'not-closed' });
    const noted = world.db.selectFrom('audit').select(['action', 'subject']).where('action', 'like', 'library-%');
    expect(await noted.orderBy('seq').execute()).toEqual([
      { action: 'library-closed', subject: horsens },
      { action: 'library-reopened', subject: horsens },
    ]);
    expect(await reasonOf({})).toBe('ok');
    expect(await reasonOf({})).toBe('already-closed');
  });

  test('that two people close at once close once, and a form that is sent twice does it once', async () => {
    const { agency, close } = await stage();
    const outcomes = await Promise.all([close(), close({ successor: esbjerg })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const twice = { number: horsens, operationId: 'one' };
    expect(await close(twice)).toMatchObject({ ok: true });
    expect(await close(twice)).toMatchObject({ ok: true });
    expect((await seeLibrary(world, agency, horsens))!.changes).toHaveLength(1);
  });

  test('open with a number that is valid and free, run by the service of the number, wherever they stand', async () => {
    const { agency } = await stage();
    const fanoe = { number: '756105', name: 'Nordby', municipality: '0563', from: '2027-01-01', guidancePoint: false };
    const issues = async (more: Partial<typeof fanoe>) => {
      const outcome = await openLibrary(world, agency, { ...fanoe, ...more });
      return outcome.ok || outcome.reason === 'forbidden'
        ? outcome
        : outcome.issues.map((each) => `${each.field} ${each.problem}`);
    };
    expect(await issues({ number: '123' })).toEqual(['number not-a-number']);
    expect(await issues({ number: '799900', name: ' ', municipality: 'x', from: 'snart' })).toEqual([
      'name missing',
      'from not-a-day',
      'municipality missing',
    ]);
    expect(await issues({ number: '799900' })).toEqual(['number no-operator']);
    expect(await issues({ number: esbjerg })).toEqual(['number taken']);
    expect(await issues({})).toEqual({ ok: true, number: '756105' });
    expect(await seeLibrary(world, agency, '756105')).toMatchObject({
      ...{ service: 'Bibliotekerne i Esbjerg', municipality: 'Fanø', state: 'opens', servedByOther: true },
    });
    expect(
      await correctLibrary(world, agency, { number: '756105', municipality: '0561', name: 'Nordby Bibliotek' }),
    ).toEqual({
      ok: true,
      changed: true,
    });
    expect(await correctLibrary(world, agency, { number: '756105', name: 'Nordby Bibliotek' })).toEqual({
      ok: true,
      changed: false,
    });
    expect(await correctLibrary(world, agency, { number: herning, opened: '2027-01-01' })).toEqual({
      ok: false,
      reason: 'not-so',
      issues: [{ field: 'opened', problem: 'people-before' }],
    });
    const { libraries: found } = await listLibraries(world, agency, { find: 'nordby esbjerg', state: 'opens' });
    expect(found).toMatchObject([{ number: '756105', municipality: 'Esbjerg', people: 0 }]);
    expect(
      (await seeLibrary(world, agency, '756105'))!.changes.map(({ kind, municipality }) => [kind, municipality]),
    ).toEqual([
      ['corrected', 'Esbjerg'],
      ['opened', 'Fanø'],
    ]);
    const early = { givenName: 'Ea', familyName: '', email: 'ea@b.example', roles: [], from: '2026-12-31' };
    expect(await addPerson(world, null, { ...early, library: '756105' })).toEqual({
      ok: false,
      reason: 'library-not-open',
    });
  });

  test('are managed by the agency and administrators alone', async () => {
    const { vera, close } = await stage();
    const kim = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: herning });
    const karla = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: herning });
    const forbidden = { ok: false, reason: 'forbidden' };
    const opening = { number: '765701', name: 'F', municipality: '0657', from: '2027-01-01', guidancePoint: true };
    for (const other of [vera, kim, karla]) {
      expect(await close({}, other)).toEqual(forbidden);
      expect(await openLibrary(world, other, opening)).toEqual(forbidden);
      expect(await correctLibrary(world, other, { number: herning, name: 'X' })).toEqual(forbidden);
      expect(await reopenLibrary(world, other, { number: herning })).toEqual(forbidden);
      const asked = { number: herning, day: '2027-01-01', successor: '', people: 'end', language: 'da' as const };
      expect(await seeClosing(world, other, asked)).toEqual(forbidden);
      expect((await listLibraries(world, other, { find: '', state: '' })).libraries).toEqual([]);
      expect(await seeLibrary(world, other, herning)).toBeUndefined();
    }
  });
});
