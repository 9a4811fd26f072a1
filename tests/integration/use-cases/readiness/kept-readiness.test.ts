import fc from 'fast-check';
import { type KyselyPlugin, sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { foldReadinessTouches } from '#app/use-cases/readiness/kept/fold-readiness-touches.server.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { openDatabase } from '#db/open-database.ts';
import { listTouches } from '#db/queries/readiness-touch.ts';
import { recordings } from '#db/queries/snapshot.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const today = '2026-11-24';
const days = ['2026-06-30', today, '2027-10-01'];
const places = Object.values(libraries);
const serviceOf = (library: string) => `tjeneste-0${library.slice(1, 4)}`;

/** One thing that happens: what, at which library, to whom (by number), and how many days from today. */
const thing = fc.record({
  what: fc.constantFrom(
    ...([
      'employ',
      'end',
      'guide',
      'move',
      'certify',
      'stop',
      'recertify',
      'paper',
      'rollout',
      'agree',
      'unagree',
    ] as const),
    ...([
      'meet',
      'tell',
      'log',
      'undo',
      'pass',
      'begin',
      'close',
      'serve',
      'count',
      'rename',
      'override',
      'join',
    ] as const),
    ...(['withdraw', 'fold', 'say', 'confirm'] as const),
  ),
  library: fc.constantFrom(...places),
  other: fc.constantFrom(...places),
  who: fc.nat(5),
  ahead: fc.integer({ min: -300, max: 200 }),
});
type Thing = typeof thing extends fc.Arbitrary<infer Each> ? Each : never;

/** What the database refuses, two open employments for instance, has not happened. */
function ifTwice(error: { code?: string }): void {
  if (!/^(23505|23514|SQLITE_CONSTRAINT)/.test(error.code ?? '')) throw error;
}

onBothDatabases('readiness that is kept', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const isTheSame = async (why: string) => {
    for (const day of days)
      expect(await readinessOfDay(world, day), `${why}, on ${day}`).toEqual(await readinessOfTheCountry(world, day));
  };

  test('is that of the whole computation after a random history, also of one service', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const people = [cast.adviser.personId];
    for (const library of places)
      people.push((await somebody(world, { givenName: 'Bo', roles: ['adviser'], library })).personId);
    await isTheSame('at first');
    const seed = Date.now();
    for (const [at, each] of fc.sample(thing, { numRuns: 50, seed }).entries()) {
      pass(world, 1);
      await happen(world, each, { at, people, enrolmentId }).catch(ifTwice);
      await isTheSame(`seed ${seed}, step ${at}: ${JSON.stringify(each)}`);
    }
    const services = [serviceOf(places[0]!)];
    expect(await readinessOfDay(world, today, { services })).toEqual(
      await readinessOfTheCountry(world, today, { services }),
    );
  });

  test('sees at once what another process records, and keeps nothing of a transaction that is rolled back', async () => {
    const opened = await fresh();
    world = await fakeWorld(opened);
    await isTheSame('at first');
    const other = openDatabase({ dataDir: '', ...opened.at });
    const paper = { at: 1, people: [], enrolmentId: '' };
    const noted: Thing = { what: 'paper', library: libraries.herning, other: libraries.odense, who: 0, ahead: -1 };
    await happen({ ...world, db: other.db } as FakeWorld, noted, paper);
    await isTheSame('after the other process');
    await Promise.all([
      happen(world, noted, paper),
      happen({ ...world, db: other.db } as FakeWorld, { ...noted, library: libraries.odense }, paper),
      foldReadinessTouches({ ...world, db: other.db } as FakeWorld),
    ]);
    await other.close();
    await isTheSame('after both at once');
    await world.db
      .transaction()
      .execute(async (trx) => {
        await happen({ ...world, db: trx } as FakeWorld, { ...noted, what: 'close' }, paper);
        await readinessOfDay({ ...world, db: trx }, today);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await isTheSame('after the transaction');
  });

  test('folding the counts changes none of them', async () => {
    world = await fakeWorld(await fresh());
    await castOf(world);
    const before = await listTouches(world.db);
    await foldReadinessTouches(world);
    expect(await listTouches(world.db)).toEqual(before);
    const rows = await world.db.selectFrom('readiness_touch').select('service_id').execute();
    expect(rows.length).toBe(new Set(rows.map(({ service_id }) => service_id)).size);
  });

  test('every table that readiness is read from tells when it changes', async () => {
    const opened = await fresh();
    world = await fakeWorld(opened);
    const asked: string[] = [];
    const listen: KyselyPlugin = {
      transformQuery: ({ node, queryId }) => {
        asked.push(world.db.getExecutor().compileQuery(node, queryId).sql);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    await listServiceFacts({ ...world, db: world.db.withPlugin(listen) }, today);
    await listServiceFacts({ ...world, db: world.db.withPlugin(listen) }, today, { services: ['tjeneste-0657'] });
    await listServiceFacts({ ...world, db: world.db.withPlugin(listen) }, today, { knownOn: today });
    const every = await world.db.introspection.getTables();
    const tables = every.map(({ name }) => name);
    const words = new Set([...asked.join(' ').matchAll(/\b(?:from|join)\s+"?(\w+)/g)].map(([, name]) => name));
    const read = new Set(tables.filter((name) => words.has(name)).map((name) => name.replace(/_history$/, '')));
    const triggers =
      opened.engine === 'sqlite'
        ? sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`
        : sql<{ name: string }>`select tgname as name from pg_trigger`;
    const { rows } = await triggers.execute(world.db);
    const telling = new Set(rows.map(({ name }) => name));
    expect(read.size).toBeGreaterThan(12);
    expect([...read].filter((name) => !telling.has(`${name}_touch_insert`))).toEqual([]);
    // A snapshot says since when it stands otherwise by the instants at which these were recorded.
    const dated = every.filter(({ columns }) => columns.some(({ name }) => name === 'recorded_at'));
    const noted = dated.map(({ name }) => name).filter((name) => words.has(name) && !hasHistory(name));
    expect(noted.filter((name) => !recordings.includes(name)).sort(), 'name it in `recordings`').toEqual([]);
    function hasHistory(name: string) {
      return tables.includes(`${name}_history`);
    }
  });
});

/** Writes rows as the use cases would, without asking whether they may. */
async function happen(
  world: FakeWorld,
  { what, library, other, who, ahead }: Thing,
  { at, people, enrolmentId }: { at: number; people: readonly string[]; enrolmentId: string },
): Promise<void> {
  const { db } = world;
  const id = world.newId();
  const day = addDays(today, ahead);
  const recorded_at = world.now();
  const person = people[who % Math.max(1, people.length)] ?? '';
  const service_id = serviceOf(library);
  const noted = { note: '', by_person: null, at: recorded_at, recorded_at, client_op_id: null };
  const kept = { corrects: null, withdrawn: 0 as const, why: '', by_person: null, client_op_id: null, recorded_at };
  const course = world.catalogue.editions[0]!.course.id;
  const latest = async (table: 'agreement' | 'evidence' | 'readiness_override' | 'guidance_log') =>
    (await db.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id;
  switch (what) {
    case 'employ': {
      const row = { id, person_id: person, library_number: library, work: 'adviser', valid_from: day };
      await db
        .insertInto('affiliation')
        .values({ ...row, valid_until: null, guides_from: null, recorded_at })
        .execute();
      return;
    }
    case 'end':
      await db
        .updateTable('affiliation')
        .set({ valid_until: addDays(today, 250), recorded_at })
        .where('person_id', '=', person)
        .where('library_number', '=', library)
        .execute();
      return;
    case 'guide':
      await db
        .updateTable('affiliation')
        .set({ guides_from: day, recorded_at })
        .where('person_id', '=', person)
        .execute();
      return;
    case 'move':
      await db
        .updateTable('affiliation')
        .set({ library_number: library, recorded_at })
        .where('person_id', '=', person)
        .where('library_number', '=', other)
        .execute();
      return;
    case 'certify':
      await putCertificate(world, { personId: person, number: `2026-${10_000 + at}`, code: id, issuedOn: day });
      return;
    case 'stop': {
      const found = await db
        .selectFrom('certificate')
        .select('number')
        .where('person_id', '=', person)
        .limit(1)
        .executeTakeFirst();
      const event = { id, type: 'suspended' as const, reason: null, actor: null, at: recorded_at, recorded_at };
      if (found)
        await db
          .insertInto('certificate_event')
          .values({ ...event, number: found.number })
          .execute();
      return;
    }
    case 'recertify':
      await db
        .updateTable('certificate')
        .set({ valid_until: addDays(today, 20), course, recorded_at })
        .where('person_id', '=', person)
        .execute();
      return;
    case 'join':
      await db
        .updateTable('certificate')
        .set({ person_id: people[(who + 1) % people.length] ?? person, recorded_at })
        .where('person_id', '=', person)
        .execute();
      return;
    case 'paper': {
      const { gates } = world.policy;
      const gate = gates.filter(({ kind }) => kind === 'evidence')[at % 2]!.key;
      const paper = { id, service_id, gate, value: 'opfyldt' as const, observed_on: day, expires_on: null };
      await db
        .insertInto('evidence')
        .values({ ...paper, ...noted })
        .execute();
      return;
    }
    case 'rollout': {
      const type = (['invited', 'committed', 'paused', 'resumed'] as const)[at % 4]!;
      await db
        .insertInto('rollout_event')
        .values({ id, service_id, type, on_day: day, ...noted })
        .execute();
      return;
    }
    case 'agree':
    case 'unagree': {
      const corrects = what === 'unagree' ? await latest('agreement') : undefined;
      const taken =
        corrects && (await db.selectFrom('agreement').select('id').where('corrects', '=', corrects).execute());
      if (what === 'unagree' && (!corrects || taken!.length > 0)) return;
      const about = { purpose: 'commitment' as const, partner: 'Kommunen', about: '', signed_by: 'Åse' };
      const period = { valid_from: addDays(today, -200), valid_until: addDays(today, 400) };
      const paper = { document: null, document_name: null };
      const correcting = corrects ? { corrects, withdrawn: 1 as const, first_id: corrects } : { first_id: id };
      await db
        .insertInto('agreement')
        .values({ id, service_id, ...about, ...period, ...paper, ...kept, ...correcting })
        .execute();
      return;
    }
    case 'meet': {
      const said = { starts_at: null, place: '', partners: '', decisions: '', next_step: '', next_owner: '' };
      await db
        .insertInto('meeting')
        .values({ id, first_id: id, service_id, on_day: day, held: 1, next_on: null, ...said, ...kept })
        .execute();
      return;
    }
    case 'tell': {
      const effort = { channel: 'posters' as const, on_day: day, last_day: null, place: '', amount: 1, note: '' };
      const cost = { cost_kroner: null, paid_by: '', answer: 'none' as const, document: null, document_name: null };
      await db
        .insertInto('outreach')
        .values({ id, first_id: id, service_id, ...effort, ...cost, ...kept })
        .execute();
      return;
    }
    case 'log': {
      const row = { id, client_op_id: id, person_id: person, library_number: library, on_day: day, reason: 'x' };
      const more = { blocked: null, channel: null, distance: null, referred_to: null, minutes: null };
      await db
        .insertInto('guidance_log')
        .values({ ...row, ...more, outcome: 'completed', recorded_at })
        .execute();
      return;
    }
    case 'undo': {
      const guidance_id = await latest('guidance_log');
      if (!guidance_id) return;
      await db
        .insertInto('guidance_undo')
        .values({ guidance_id, by_person: person, recorded_at })
        .onConflict((on) => on.doNothing())
        .execute();
      return;
    }
    case 'begin':
      await db.updateTable('enrolment').set({ person_id: person, recorded_at }).where('id', '=', enrolmentId).execute();
      return;
    case 'pass': {
      const { seq } = await db
        .selectFrom('learning_event')
        .select((each) => each.fn.max('seq').as('seq'))
        .where('enrolment_id', '=', enrolmentId)
        .executeTakeFirstOrThrow();
      const step = world.catalogue.editions.at(-1)!.course.steps.filter(({ kind }) => kind === 'quiz');
      const payload = JSON.stringify({ step: step[at % step.length]!.id, score: 1 });
      const event = { enrolment_id: enrolmentId, seq: Number(seq) + 1, type: 'quiz-scored' as const, payload };
      await db
        .insertInto('learning_event')
        .values({ ...event, at: recorded_at, actor: null, recorded_at })
        .execute();
      return;
    }
    case 'close':
      await db
        .updateTable('library')
        .set({ closed_on: day > '2020-01-01' ? day : null, guidance_point: 1, recorded_at })
        .where('number', '=', library)
        .execute();
      return;
    case 'serve':
      await db
        .updateTable('service_municipality')
        .set({ service_id: serviceOf(other), valid_from: day, recorded_at })
        .where('municipality_code', '=', `0${library.slice(1, 4)}`)
        .execute();
      return;
    case 'count':
      await db
        .updateTable('municipality')
        .set({ population: 20_000 + at * 1_500, population_date: day, recorded_at })
        .where('code', '=', `0${library.slice(1, 4)}`)
        .execute();
      return;
    case 'rename':
      await db
        .updateTable('library_service')
        .set({ name: `Navn ${at}` })
        .where('id', '=', service_id)
        .execute();
      return;
    case 'override': {
      const period = { valid_from: addDays(today, -5), valid_until: addDays(today, 5) };
      const row = { id, service_id, reason: 'x', decided_by: 'Åse', by_person: null, client_op_id: null, recorded_at };
      await db
        .insertInto('readiness_override')
        .values({ ...row, ...period })
        .execute();
      return;
    }
    case 'withdraw': {
      const override_id = await latest('readiness_override');
      if (!override_id) return;
      await db
        .insertInto('override_withdrawal')
        .values({ override_id, on_day: today, reason: 'x', by_person: null, recorded_at })
        .onConflict((on) => on.doNothing())
        .execute();
      return;
    }
    case 'say': {
      const gate = world.policy.gates.filter(({ kind }) => kind === 'evidence')[at % 2]!.key;
      const paper = { id, service_id, gate, value: 'opfyldt' as const, observed_on: day, expires_on: null };
      const said = { document: null, document_name: null, link: null, corrects: null, said_by: 'place' as const };
      await db
        .insertInto('evidence')
        .values({ ...paper, ...noted, ...said })
        .execute();
      return;
    }
    case 'confirm': {
      const evidence_id = await latest('evidence');
      if (!evidence_id) return;
      await db
        .insertInto('evidence_decision')
        .values({ evidence_id, confirmed: at % 2 ? 1 : 0, on_day: today, reason: 'x', by_person: null, recorded_at })
        .onConflict((on) => on.doNothing())
        .execute();
      return;
    }
    case 'fold':
      await foldReadinessTouches(world);
  }
}
