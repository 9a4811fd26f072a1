import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';
import { listSnapshots } from '#app/use-cases/readiness/snapshots/list-snapshots.server.ts';
import { recomputeSnapshot } from '#app/use-cases/readiness/snapshots/recompute-snapshot.server.ts';
import { takeSnapshot } from '#app/use-cases/readiness/snapshots/take-snapshot.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { SnapshotScope } from '#curriculum/readiness/snapshot.ts';
import { startGuiding } from '#db/queries/affiliation.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { passedStep } from '../../../passed-step.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const herning = 'tjeneste-0657';
const horsens = 'tjeneste-0615';
const country: SnapshotScope = { kind: 'country' };

onBothDatabases('a snapshot', (engine, fresh) => {
  let world: FakeWorld;
  let numbers = 0;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    await startGuiding(world.db, { personId: vera.personId, day: '2026-01-01', now: world.now() });
    await certify(vera, '2026-11-01');
    return { agency, vera };
  }

  async function certify({ personId }: Viewer, issuedOn: string) {
    const number = `2026-${String(++numbers).padStart(5, '0')}`;
    await putCertificate(world, { personId, number, code: number, issuedOn, recorded_at: world.now() });
    return number;
  }

  async function taken(agency: Viewer, asOf: string, scope = country) {
    const outcome = await takeSnapshot(world, agency, { asOf, scope });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.id;
  }

  async function rechecked(id: string) {
    const found = await recomputeSnapshot(world, null, { id });
    if (!found.ok) throw new Error(found.reason);
    return found;
  }

  const evidence = (agency: Viewer, gate: string, value: string, observedOn: string, serviceId = herning) =>
    recordEvidence(world, agency, { serviceId, gate, value, observedOn, lastDay: '', note: 'Set' });

  /** Past the triggers, as somebody with the database's own password could. */
  async function alter(set: string) {
    if (engine === 'sqlite') await sql`drop trigger snapshot_no_update`.execute(world.db);
    else await sql`alter table snapshot disable trigger snapshot_append_only`.execute(world.db);
    await sql.raw(`update snapshot set ${set}`).execute(world.db);
  }

  test('freezes what the gates say, and unknown stays unknown', async () => {
    const { agency } = await begin();
    const id = await taken(agency, '2026-11-24');
    const found = await findSnapshot(world, agency, { id });
    if (!found.ok) throw new Error(found.reason);
    const { rows, sha256, policyVersion } = found.snapshot;
    expect([rows.length, policyVersion]).toEqual([98 - 1 + 1, '1.1-forslag']);
    const [place, other] = [herning, horsens].map((each) => rows.find(({ serviceId }) => serviceId === each)!);
    expect(place!.municipalities[0]).toMatchObject({ name: 'Herning', region: 'Region Midtjylland' });
    expect(place!.staffing).toMatchObject({ certified: 1, required: 3, missing: 2 });
    expect([other!.verdict, other!.staffing.missing]).toEqual(['uafklaret', null]);
    expect(other!.gates.map(({ value }) => value)).toEqual(other!.gates.map(() => 'ukendt'));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await listSnapshots(world, agency))!.map((each) => each.id)).toEqual([id]);
    expect(
      await world.db.selectFrom('audit').select(['subject', 'detail']).where('action', '=', 'snapshot-taken').execute(),
    ).toEqual([{ subject: id, detail: sha256 }]);
  });

  test('recomputes to the same hash whatever is recorded later, also about days before it', async () => {
    const { agency, vera } = await begin();
    const knud = await somebody(world, { givenName: 'Knud', roles: ['adviser'], library: libraries.horsens });
    await startGuiding(world.db, { personId: knud.personId, day: '2026-02-01', now: world.now() });
    const certificates = [await certify(knud, '2026-10-01')];
    const guides = [vera, knud];
    const enrolments: string[] = [];
    for (const guide of guides)
      enrolments.push(await passedStep(world, guide, { step: 'm2-test', at: '2026-05-01T09:00:00.000Z', score: 0.1 }));
    let seq = 2;
    const day = (after: number) => addDays('2026-06-01', after);
    const id = () => world.newId();
    /** What may be recorded, each dated on any day and recorded now. */
    const happens: ((day: string, n: number) => Promise<unknown>)[] = [
      async (on, n) =>
        world.db
          .insertInto('evidence')
          .values({
            ...{ id: id(), service_id: [herning, horsens][n % 2]!, gate: ['aftale', 'daekning', 'henvisning'][n % 3]! },
            ...{ value: (['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'] as const)[n % 4]!, observed_on: on },
            ...{ note: '', at: world.now(), recorded_at: world.now() },
          })
          .execute(),
      async (on, n) =>
        world.db
          .insertInto('rollout_event')
          .values({
            ...{ id: id(), service_id: herning, type: (['invited', 'committed', 'live', 'paused'] as const)[n % 4]! },
            ...{ on_day: on, note: '', at: world.now(), recorded_at: world.now() },
          })
          .execute(),
      async (on, n) => certificates.push(await certify(guides[n % 2]!, on)),
      async (on, n) =>
        appendCertificateEvent(world.db, {
          ...{ id: id(), number: certificates[n % certificates.length]!, reason: null, actor: null },
          ...{ type: (['revoked', 'suspended', 'suspension-lifted'] as const)[n % 3]! },
          ...{ at: `${on}T09:00:00.000Z`, recorded_at: world.now() },
        }),
      async (on) => {
        const first = id();
        await world.db
          .insertInto('agreement')
          .values({
            ...{ id: first, first_id: first, service_id: herning, purpose: 'commitment', partner: 'P', about: 'A' },
            ...{ signed_by: 'S', valid_from: on, valid_until: addDays(on, 300), withdrawn: 0, why: '' },
            recorded_at: world.now(),
          })
          .execute();
      },
      async (on, n) => {
        const library = [libraries.herning, libraries.horsens][n % 2]!;
        const guide = await somebody(world, { givenName: 'Ny', roles: ['adviser'], library });
        await startGuiding(world.db, { personId: guide.personId, day: on, now: world.now() });
        await passedStep(world, guide, { step: 'm2-test', at: `${on}T10:00:00.000Z`, recordedAt: world.now() });
      },
      async (on, n) =>
        world.db
          .insertInto('learning_event')
          .values({
            ...{ enrolment_id: enrolments[n % 2]!, seq: ++seq, type: 'quiz-scored', at: `${on}T10:00:00.000Z` },
            ...{ payload: '{"step":"m2-test","score":1}', recorded_at: world.now() },
          })
          .execute(),
      async (on) => movePerson(world, null, { personId: knud.personId, library: libraries.herning, from: on }),
      async (on, n) =>
        world.db
          .updateTable('municipality')
          .set({ population: 20_000 + n * 1_000, population_date: on, recorded_at: world.now() })
          .where('code', '=', '0657')
          .execute(),
      async (on, n) =>
        world.db
          .updateTable('service_municipality')
          .set({ service_id: [herning, horsens][n % 2]!, valid_from: on, recorded_at: world.now() })
          .where('municipality_code', '=', '0615')
          .execute(),
      async (on) =>
        world.db
          .insertInto('guidance_log')
          .values({
            ...{ id: id(), client_op_id: id(), person_id: vera.personId, library_number: libraries.herning },
            ...{ on_day: on, reason: 'vat', outcome: 'completed', recorded_at: world.now() },
          })
          .execute(),
      async () => somebody(world, { givenName: 'Ny', roles: ['adviser'], library: libraries.odense }),
      async () => {
        const service_id = `ny-${id()}`;
        await world.db
          .insertInto('library_service')
          .values({ id: service_id, name: 'Ny', recorded_at: world.now() })
          .execute();
        await world.db
          .updateTable('library_service')
          .set({ name: `Herning ${service_id}` })
          .where('id', '=', herning)
          .execute();
      },
    ];
    const event = fc.record({
      what: fc.nat({ max: happens.length - 1 }),
      after: fc.integer({ min: 0, max: 500 }),
      n: fc.nat({ max: 23 }),
    });
    const kept: { id: string; sha256: string }[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 300 }),
        fc.array(event, { minLength: 1, maxLength: 6 }),
        async (asOf, events) => {
          pass(world, 1);
          const snapshot = await taken(agency, day(asOf));
          const sealed = await findSnapshot(world, null, { id: snapshot });
          if (!sealed.ok) throw new Error(sealed.reason);
          kept.push({ id: snapshot, sha256: sealed.snapshot.sha256 });
          for (const { what, after, n } of events) {
            pass(world, 7);
            await happens[what]!(day(after), n);
          }
          for (const each of kept.slice(-3)) {
            const again = await rechecked(each.id);
            expect([again.recomputed, again.unexplained]).toEqual([each.sha256, []]);
          }
        },
      ),
      { numRuns: engine === 'sqlite' ? 12 : 8 },
    );
    const again = await rechecked(kept[0]!.id);
    expect([again.recomputed, again.unexplained]).toEqual([kept[0]!.sha256, []]);
    const grown = again.snapshot.rows.flatMap(({ serviceId, gates }) => (serviceId === 'tjeneste-0101' ? gates : []));
    expect(new Set(grown.map(({ value }) => value))).toEqual(new Set(['ukendt']));
  }, 120_000);

  test('names what stands otherwise since, service by service, with the recording that changed it', async () => {
    const { agency } = await begin();
    const id = await taken(agency, '2026-11-24');
    pass(world, 60);
    await evidence(agency, 'daekning', 'opfyldt', '2026-11-24', horsens);
    pass(world, 60);
    await evidence(agency, 'aftale', 'opfyldt', '2026-11-20');
    const late = world.now();
    pass(world, 60);
    await evidence(agency, 'aftale', 'ikke-opfyldt', '2026-11-01');
    pass(world, 24 * 60);
    await evidence(agency, 'henvisning', 'opfyldt', '2026-11-25');
    const { later, unexplained } = await rechecked(id);
    expect(unexplained).toEqual([]);
    expect(later.map(({ serviceId, since }) => [serviceId, since?.tables])).toEqual([
      [horsens, ['evidence']],
      [herning, ['evidence']],
    ]);
    expect(later[1]).toMatchObject({
      since: { at: late },
      differences: [
        {
          what: 'aftale',
          frozen: 'ukendt code=no-evidence',
          found: 'opfyldt code=evidence lastDay=2027-11-19 on=2026-11-20',
        },
      ],
    });
  });

  test('of a coming day keeps the papers as they were when it was taken', async () => {
    const { agency } = await begin();
    await evidence(agency, 'daekning', 'opfyldt', '2026-11-20');
    const id = await taken(agency, '2027-06-01');
    world.clock.at = '2027-08-01T09:00:00.000Z';
    const { recomputed, snapshot } = await rechecked(id);
    expect(recomputed).toBe(snapshot.sha256);
    const row = snapshot.rows.find(({ serviceId }) => serviceId === herning)!;
    expect(row.falling).toEqual([{ gate: 'daekning', lastDay: '2027-02-17' }]);
  });

  test('says what differs when a fact was changed without a recording', async () => {
    const { agency, vera } = await begin();
    const id = await taken(agency, '2026-11-24');
    if (engine === 'sqlite') await sql`drop trigger certificate_history_no_delete`.execute(world.db);
    else await sql`alter table certificate_history disable trigger certificate_history_append_only`.execute(world.db);
    await world.db.deleteFrom('certificate_history').where('person_id', '=', vera.personId).execute();
    const { recomputed, snapshot, unexplained } = await rechecked(id);
    expect(recomputed).not.toBe(snapshot.sha256);
    expect(unexplained.map(({ serviceId, differences }) => [serviceId, differences[0]!.what])).toEqual([
      [herning, 'bemanding'],
    ]);
  });

  test.each([
    [`rows = replace(rows, '"verdict":"uafklaret"', '"verdict":"klar"')`],
    ["rows = '[]'"],
    ["rows = 'broken'"],
    ["as_of = '2026-11-25'"],
    ["known_at = '2026-11-23T00:00:00.000Z'"],
    [`rules = replace(rules, '"least":2', '"least":1')`],
    [`scope = '{"kind":"services","services":[]}'`],
    [`sha256 = '${'0'.repeat(64)}'`],
  ])('that was altered is found by its hash: %s', async (set) => {
    const { agency } = await begin();
    const id = await taken(agency, '2026-11-24');
    await alter(set);
    expect(await findSnapshot(world, agency, { id })).toMatchObject({ ok: false, reason: 'altered' });
    expect(await recomputeSnapshot(world, agency, { id })).toMatchObject({ ok: false, reason: 'altered' });
  });

  test('may be of some services, is taken once for one form, and refuses what is no day or no service', async () => {
    const { agency } = await begin();
    const scope: SnapshotScope = { kind: 'services', services: [herning, horsens, herning], wave: 'a' };
    const form = { asOf: '2026-11-24', scope, operationId: 'once' };
    const first = await takeSnapshot(world, agency, form);
    pass(world, 1);
    expect(await takeSnapshot(world, agency, form)).toEqual(first);
    const found = await findSnapshot(world, agency, { id: first.ok ? first.id : '' });
    expect(found.ok && found.snapshot.scope).toEqual({ kind: 'services', services: [horsens, herning], wave: 'a' });
    expect(found.ok && found.snapshot.rows.map(({ serviceId }) => serviceId)).toEqual([horsens, herning]);
    const refused = async (given: Partial<typeof form>) => {
      const outcome = await takeSnapshot(world, agency, { ...form, operationId: 'other', ...given });
      return outcome.ok || outcome.reason;
    };
    expect(await refused({ asOf: '2026-02-30' })).toBe('not-a-day');
    expect(await refused({ scope: { kind: 'services', services: ['nowhere'] } })).toBe('no-service');
    expect(await refused({ scope: { kind: 'services', services: [] } })).toBe('no-service');
  });

  test('is for the agency and administrators', async () => {
    const { agency } = await begin();
    const id = await taken(agency, '2026-11-24');
    for (const role of ['adviser', 'course-leader', 'contact-person'] satisfies Role[]) {
      const viewer = await somebody(world, { givenName: 'Kim', roles: [role], library: libraries.herning });
      expect(await takeSnapshot(world, viewer, { asOf: '2026-11-24', scope: country })).toMatchObject({
        reason: 'forbidden',
      });
      expect(await findSnapshot(world, viewer, { id })).toEqual({ ok: false, reason: 'not-found' });
      expect(await recomputeSnapshot(world, viewer, { id })).toEqual({ ok: false, reason: 'not-found' });
      expect(await listSnapshots(world, viewer)).toBeUndefined();
    }
  });
});
