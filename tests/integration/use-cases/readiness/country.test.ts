import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { filterPlaces } from '#app/use-cases/readiness/views/filter-places.ts';
import { listPlaces } from '#app/use-cases/readiness/views/list-places.server.ts';
import { parsePlaceFilter } from '#app/use-cases/readiness/views/parse-place-filter.ts';
import { seeComparison } from '#app/use-cases/readiness/views/see-comparison.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { searchEverything } from '#app/use-cases/search-everything.server.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { layerNames, mapLayers } from '#curriculum/readiness/map-layers.ts';
import { insertAffiliation } from '#db/queries/person.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';
import { signedWave } from '../rollout/signed-wave.ts';

onBothDatabases('the readiness of the country', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const herning = 'tjeneste-0657';
  const of = async (serviceId: string, day: string) =>
    (await readinessOfTheCountry(world, day)).services.find((each) => each.serviceId === serviceId)!;

  test('is unknown before anybody is on record, and later records do not change earlier days', async () => {
    world = await fakeWorld(await fresh());
    expect(
      (await readinessOfTheCountry(world, '2012-06-01')).services.every(({ gates }) =>
        gates.every(({ value }) => value === 'ukendt'),
      ),
    ).toBe(true);
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const asked = await requestSeat(world, adviser, { holdId: await someHold(world, leader) });
    if (!asked.ok) throw new Error(asked.reason);
    await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' });
    await startCourse(world, adviser, { enrolmentId: asked.enrolmentId });
    expect(await of(herning, '2026-11-24')).toMatchObject({ stage: 'ikke-startet', mapClass: 'under-uddannelse' });
    const clock = worldThrough(world, world.now());
    await walkTo(clock, { viewer: adviser, enrolmentId: asked.enrolmentId }, { leaders: [leader] });
    const day = clock.world.now().slice(0, 10);
    world.clock.at = clock.world.now();

    expect([
      (await of(herning, addDays(day, -1))).staffing.certified,
      (await of(herning, day)).staffing.certified,
    ]).toEqual([0, 1]);
    expect((await of(herning, day)).gates.find(({ key }) => key === 'tavshed')).toMatchObject({
      value: 'opfyldt',
      reason: { passed: 1, guides: 1 },
    });
    // Somebody who works at two libraries of one service counts once.
    await world.db
      .insertInto('library')
      .values({
        number: '765701',
        service_id: herning,
        municipality_code: '0657',
        name: 'Filialen',
        opened_on: '2020-01-01',
        closed_on: null,
        recorded_at: world.now(),
      })
      .execute();
    await insertAffiliation(world.db, {
      id: world.newId(),
      person_id: adviser.personId,
      library_number: '765701',
      work: 'adviser',
      valid_from: day,
      valid_until: null,
      recorded_at: world.now(),
    });
    expect((await of(herning, day)).staffing).toMatchObject({ certified: 1, countedForGate: 1 });
    // A certificate is valid for two years, but its last sixty days do not count for the gate.
    const end = addMonths(day, 24);
    expect((await of(herning, addDays(end, -62))).staffing).toMatchObject({ certified: 1, countedForGate: 1 });
    expect((await of(herning, addDays(end, -58))).staffing).toMatchObject({ certified: 1, countedForGate: 0 });
    expect((await of(herning, end)).staffing.certified).toBe(0);

    // A move counts from its first day.
    const moved = addDays(day, 10);
    expect(
      await movePerson(world, null, { personId: adviser.personId, library: libraries.horsens, from: moved }),
    ).toEqual({ ok: true });
    expect([
      (await of(herning, addDays(moved, -1))).staffing.certified,
      (await of(herning, moved)).staffing.certified,
    ]).toEqual([1, 0]);
    expect([
      (await of('tjeneste-0615', addDays(moved, -1))).staffing.certified,
      (await of('tjeneste-0615', moved)).staffing.certified,
    ]).toEqual([0, 1]);

    // The staffing over time equals the gate on each day that changes it, the day before, and a year earlier.
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    world.clock.at = `${addDays(moved, 20)}T09:00:00.000Z`;
    const { number } = await world.db.selectFrom('certificate').select('number').executeTakeFirstOrThrow();
    expect(await changeCertificate(world, agency, { action: 'revoke', number, reason: 'Fejl i grundlaget' })).toEqual({
      ok: true,
    });
    const counted: (number | null)[][] = [];
    for (const code of ['0657', '0615']) {
      const { overTime, serviceId } = (await seeMunicipality(world, agency, { code, asOf: moved, language: 'da' }))!;
      counted.push(overTime.steps.map((step) => step.counted));
      for (const turn of [...overTime.steps.map(({ from }) => from), addMonths(day, 6), overTime.to])
        for (const each of [addDays(turn, -1), turn].filter((one) => one >= overTime.from)) {
          const step = overTime.steps.findLast(({ from }) => from <= each)!;
          const { staffing, gates } = await of(serviceId, each);
          const unknown = gates.find(({ key }) => key === 'bemanding')!.value === 'ukendt';
          expect([each, step.counted, step.required]).toEqual([
            each,
            unknown ? null : staffing.countedForGate,
            staffing.required,
          ]);
        }
    }
    expect(counted).toEqual([
      [0, 1, 0],
      [null, 1, 0],
    ]);
  });

  test('uses evidence from people who may record it, and shows a contact person only their own service', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    const given = { gate: 'daekning', value: 'opfyldt', observedOn: '2026-11-20', lastDay: '', note: 'Tilsagn' };
    expect(await recordEvidence(world, contact, { ...given, serviceId: 'tjeneste-0615' })).toEqual({ ok: true });
    expect(await recordEvidence(world, contact, { ...given, serviceId: herning })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    expect(await recordEvidence(world, adviser, { ...given, serviceId: 'tjeneste-0615' })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    expect(await recordEvidence(world, agency, { ...given, serviceId: 'ingen' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(
      await recordEvidence(world, agency, {
        ...given,
        serviceId: herning,
        gate: 'bemanding',
        observedOn: '2027-01-01',
        note: ' ',
      }),
    ).toMatchObject({
      issues: [
        { field: 'gate' },
        { field: 'observedOn', problem: 'in-the-future' },
        { field: 'note', problem: 'missing' },
      ],
    });
    expect((await of('tjeneste-0615', '2026-11-24')).gates.find(({ key }) => key === 'daekning')!.value).toBe(
      'opfyldt',
    );
    expect((await of('tjeneste-0615', '2026-11-19')).gates.find(({ key }) => key === 'daekning')!.value).toBe('ukendt');
    expect((await readinessOn(world, contact, '2026-11-24'))!.services.map(({ serviceId }) => serviceId)).toEqual([
      'tjeneste-0615',
    ]);
    expect(await readinessOn(world, adviser, '2026-11-24')).toBeUndefined();
    // Evidence counts until the last day that was typed, inclusive.
    const short = { ...given, serviceId: 'tjeneste-0615', gate: 'henvisning', lastDay: '2026-11-22' };
    expect(await recordEvidence(world, contact, { ...short, lastDay: '2026-11-19' })).toMatchObject({
      issues: [{ field: 'lastDay', problem: 'before-observed' }],
    });
    expect(await recordEvidence(world, agency, short)).toEqual({ ok: true });
    const seen = async (asOf: string) =>
      (await seeMunicipality(world, contact, { code: '0615', asOf, language: 'da' }))!;
    const gateOn = async (asOf: string) => (await seen(asOf)).gates.find(({ key }) => key === 'henvisning');
    expect(await gateOn('2026-11-22')).toMatchObject({ value: 'opfyldt', evidence: { lastDay: '2026-11-22' } });
    expect(await gateOn('2026-11-23')).toMatchObject({
      value: 'ukendt',
      reason: 'Dokumentationen fra 20. november 2026 gjaldt til og med 22. november 2026.',
      evidence: { lastDay: '2026-11-22' },
    });
    expect((await seen('2026-11-23')).history).toMatchObject([
      { kind: 'gate', gate: 'henvisning', on: '2026-11-20', note: 'Tilsagn' },
      { kind: 'gate', gate: 'daekning', on: '2026-11-20' },
    ]);
    expect((await seen('2026-11-19')).history).toEqual([]);
    // What is recorded later about a past day is shown as such.
    const invited = { serviceId: 'tjeneste-0615', type: 'invited', onDay: '2026-11-18', note: '' };
    expect(await recordRollout(world, agency, invited)).toEqual({ ok: true });
    expect((await seen('2026-11-19')).history).toMatchObject([
      { kind: 'rollout', on: '2026-11-18', lateOn: world.now().slice(0, 10) },
    ]);
    // A contact person works at the library, but is no adviser.
    expect((await seen('2026-11-24')).staff.map(({ name }) => name)).toEqual(['Vera Eksempel']);
    expect(await seeMunicipality(world, contact, { code: '0657', asOf: '2026-11-24', language: 'da' })).toBeUndefined();
    // Before anybody was on record everything was unknown; since then one gate is not met. A contact person sees only
    // their own changes.
    const changes = async (viewer: typeof contact, from: string) =>
      seeComparison(world, viewer, { from, to: '2026-11-24' });
    await somebody(world, { givenName: 'Eva', roles: ['adviser'], library: libraries.esbjerg });
    const moved = { from: 'uafklaret', to: 'ikke-klar', direction: 'aside' };
    expect(await changes(agency, '2019-12-31')).toMatchObject({
      comparison: {
        of: 98,
        changes: {
          rows: [
            { name: 'Esbjerg', ...moved },
            { name: 'Horsens', ...moved },
          ],
        },
      },
    });
    expect(await changes(contact, '2019-12-31')).toMatchObject({
      comparison: { of: 1, changes: { rows: [{ name: 'Horsens', ...moved }] } },
    });
    expect(await changes(agency, '2026-11-23')).toMatchObject({
      ...{ ok: true, comparison: { changes: { rows: [] } } },
    });
    for (const from of ['2026-11-24', '2026-12-01'])
      expect(await changes(agency, from)).toEqual({ ok: false, reason: 'not-before' });
    for (const from of ['2026-02-31', 'i går'])
      expect(await changes(agency, from)).toEqual({ ok: false, reason: 'not-a-day' });
    expect(
      await recordRollout(world, agency, { serviceId: herning, type: 'live', onDay: '2026-11-24', note: 'Aftalt' }),
    ).toEqual({ ok: false, reason: 'not-committed' });
    expect(
      await recordRollout(world, agency, { serviceId: herning, type: 'invited', onDay: '2026-11-24', note: '' }),
    ).toEqual({ ok: true });
    expect((await of(herning, '2026-11-24')).stage).toBe('inviteret');
    const note = (type: string, onDay: string) =>
      recordRollout(world, agency, { serviceId: herning, type, onDay, note: '' });
    expect(await note('resumed', '2026-11-24')).toEqual({ ok: false, reason: 'not-paused' });
    expect(await note('paused', '2026-11-23')).toEqual({ ok: true });
    expect(await note('resumed', '2026-11-22')).toEqual({ ok: false, reason: 'not-paused' });
    expect(await note('resumed', '2026-11-24')).toEqual({ ok: true });
    expect(await note('resumed', '2026-11-24')).toEqual({ ok: false, reason: 'not-paused' });
  });

  test('is listed in Danish order and can be searched by name', async () => {
    world = await fakeWorld(await fresh());
    const { municipalities } = readinessReport(await readinessOfTheCountry(world, '2026-11-24'));
    expect(municipalities).toHaveLength(98);
    expect(municipalities.slice(-4).map(({ name }) => name)).toEqual(['Ærø', 'Aabenraa', 'Aalborg', 'Aarhus']);
    const seen = await listPlaces(world, await readinessOfTheCountry(world, '2026-11-24'));
    const found = (search: Record<string, string>) =>
      filterPlaces(seen, parsePlaceFilter(new URLSearchParams(search))).map(({ name }) => name);
    expect(found({ find: 'ÆRØ' })).toEqual(['Ærø']);
    expect(found({ verdict: 'klar', sort: 'staffing' })).toEqual([]);
    expect(found({ pilots: '1' })).toEqual(municipalities.filter(({ pilot }) => pilot).map(({ name }) => name));
    // Filtering by each class of a legend, or by each region, shows every municipality exactly once.
    for (const layer of layerNames)
      expect(mapLayers[layer].flatMap((each) => found({ layer, class: each }))).toHaveLength(98);
    expect(seen.regions.flatMap((region) => found({ region }))).toHaveLength(98);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    expect((await searchEverything(world, agency, 'vera')).people).toMatchObject([{ text: 'Vera Eksempel' }]);
    expect((await searchEverything(world, contact, 'vera')).people).toEqual([]);
    expect((await searchEverything(world, agency, '%')).municipalities).toEqual([]);
    await somebody(world, { givenName: 'Åse', roles: ['adviser'], library: libraries.herning });
    for (const find of ['åse', 'ÅSE', 'Åse'])
      expect((await searchEverything(world, agency, find)).people, find).toMatchObject([{ text: 'Åse Eksempel' }]);
    for (const find of ['ærø', 'ÆRØ', 'Ærø'])
      expect((await searchEverything(world, agency, find)).municipalities, find).toMatchObject([{ text: 'Ærø' }]);
    expect((await searchEverything(world, agency, 'øse')).people).toEqual([]);
  });

  test('is searchable only as far as the viewer may see it', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const other = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'] });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const bo = await somebody(world, { givenName: 'Veronika', roles: ['adviser'], library: libraries.herning });
    await setBlocked(world, null, { personId: bo.personId, blocked: true });
    await someHold(world, leader);
    const found = async (viewer: typeof vera, find: string) => {
      const { municipalities, holds, people } = await searchEverything(world, viewer, find);
      return [municipalities, holds, people].map((hits) => hits.map(({ text, to }) => (to ? `${text} ${to}` : text)));
    };
    const hold = [expect.stringMatching(/^Prøvehold \/holds\//)];
    for (const [viewer, holds] of [
      [leader, hold],
      [boss, hold],
      [other, []],
      [agency, []],
      [contact, []],
      [vera, []],
    ] as const)
      expect(await found(viewer, 'prøvehold'), viewer.name).toEqual([[], holds, []]);
    for (const [viewer, places] of [
      [agency, ['Herning /municipalities/0657', 'Horsens /municipalities/0615']],
      [contact, ['Horsens /municipalities/0615']],
      [leader, []],
      [vera, []],
    ] as const)
      expect((await found(viewer, 'h')).at(0)!.filter((text) => /^(Herning|Horsens)/.test(text))).toEqual(places);
    for (const [viewer, people] of [
      [boss, [`Vera Eksempel /people/${vera.personId}`]],
      [agency, ['Vera Eksempel']],
      [leader, []],
      [contact, []],
      [vera, []],
    ] as const)
      expect((await found(viewer, 'ver')).at(2), viewer.name).toEqual(people);
  });

  test('accepts a rollout of a municipality that was ready on that day, but not of one that was unknown', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    // A policy with one gate, so that one piece of evidence makes a service ready.
    const gates = world.policy.gates.filter(({ key }) => key === 'aftale');
    const simple = { ...world, policy: { ...world.policy, gates } };
    const live = (onDay: string, note = 'Aftalt på møde') =>
      recordRollout(simple, agency, { serviceId: herning, type: 'live', onDay, note });
    const notReady = { ok: false, reason: 'not-ready', lacks: ['aftale'] };
    await recordRollout(simple, agency, { serviceId: herning, type: 'committed', onDay: '2026-11-18', note: '' });
    expect(await live('2026-11-20'), 'nobody knows').toEqual(notReady);
    const given = { serviceId: herning, gate: 'aftale', lastDay: '', note: 'Tilsagn' };
    await recordEvidence(simple, agency, { ...given, value: 'opfyldt', observedOn: '2026-11-20' });
    expect(await live('2026-11-19'), 'the day before').toEqual(notReady);
    for (const none of ['', '  '])
      expect(await live('2026-11-20', none), 'nobody says why').toEqual({ ok: false, reason: 'note-missing' });
    await recordEvidence(simple, agency, { ...given, value: 'ikke-opfyldt', observedOn: '2026-11-22' });
    expect(await live('2026-11-23'), 'no longer').toEqual(notReady);
    expect(await live('2026-11-20'), 'its wave is not signed').toEqual({ ok: false, reason: 'not-signed-off' });
    const signers = [agency, await somebody(world, { givenName: 'Sonja', roles: ['agency'] })];
    await recordEvidence(simple, agency, { ...given, value: 'opfyldt', observedOn: '2026-11-24' });
    await signedWave(simple, { opensOn: '2026-11-20', services: [herning], signers });
    expect(await live('2026-11-20'), 'it was signed later').toEqual({ ok: false, reason: 'not-signed-off' });
    expect(await live('2026-11-24')).toEqual({ ok: true });
    expect(await live('2026-11-24', 'Igen'), 'again').toEqual({ ok: false, reason: 'already-live' });
  });
});
