import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceWords } from '#app/server/chance-words.server.ts';
import { backTest } from '#app/use-cases/readiness/forecast/back-test.server.ts';
import { forecastFacts } from '#app/use-cases/readiness/forecast/forecast-facts.server.ts';
import { forecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import { seeForecast } from '#app/use-cases/readiness/forecast/see-forecast.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { chancesAtHand } from '#app/use-cases/readiness/views/chances-at-hand.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { appendEvent, insertEnrolment } from '#db/queries/enrolment.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

const today = '2026-11-24';
const course = 'it-paedagogisk-vejleder';
const at = (day: string) => `${day}T09:00:00.000Z`;
type Event = {
  type: 'approved' | 'started' | 'lesson-read' | 'quiz-scored' | 'issued' | 'withdrawn';
  step?: string;
  score?: number;
};

/** An enrolment with what happened on which day after the request. */
async function enrolled(
  world: FakeWorld,
  { person, hold, on, events }: { person: string; hold: string; on: string; events: [after: number, event: Event][] },
): Promise<void> {
  const id = `enrolment of ${person}`;
  const gone = events.some(([, { type }]) => type === 'withdrawn');
  await insertEnrolment(world.db, {
    ...{
      id,
      person_id: person,
      hold_id: hold,
      course,
      edition: '2026.1',
      seq: events.length,
      step: null,
      due_at: null,
    },
    ...{ state: gone ? 'withdrawn' : 'active', last_at: at(on), recorded_at: at(on), held_back_because: null },
  });
  for (const [seq, [after, { type, ...payload }]] of events.entries())
    await appendEvent(world.db, {
      ...{ enrolment_id: id, seq: seq + 1, type, payload: JSON.stringify(payload), actor: null },
      ...{ at: at(addDays(on, after)), recorded_at: at(addDays(on, after)) },
    });
}

const through: [number, Event][] = [
  [2, { type: 'approved' }],
  [5, { type: 'started' }],
  [15, { type: 'lesson-read', step: 'm1' }],
  [20, { type: 'quiz-scored', step: 'm2-test', score: 0.5 }],
  [22, { type: 'quiz-scored', step: 'm2-test', score: 1 }],
  [30, { type: 'issued' }],
];

/** Nine who finished in Herning, one who gave up in Horsens, and one on the way in Odense. */
async function seeded(world: FakeWorld): Promise<void> {
  let id = 0;
  world.newId = () => `id-${String(++id).padStart(12, '0')}`;
  const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
  const hold = await someHold(world, leader);
  const adviser = async (givenName: string, library: string) =>
    (await somebody(world, { givenName, roles: ['adviser'], library })).personId;
  for (let nth = 0; nth < 9; nth++) {
    const person = await adviser(`Vera${nth}`, libraries.herning);
    const on = addDays('2026-01-10', nth * 14);
    await enrolled(world, { person, hold, on, events: through });
    await putCertificate(world, {
      ...{ personId: person, number: `2026-0000${nth + 1}`, code: `CODE-${nth}`, issuedOn: addDays(on, 30), course },
    });
  }
  await enrolled(world, {
    ...{ person: await adviser('Viggo', libraries.horsens), hold, on: '2026-03-01' },
    events: [...through.slice(0, 3), [60, { type: 'withdrawn' }]],
  });
  await enrolled(world, {
    ...{ person: await adviser('Vita', libraries.odense), hold, on: '2026-11-01', events: through.slice(0, 3) },
  });
}

const service = { herning: 'tjeneste-0657', horsens: 'tjeneste-0615', odense: 'tjeneste-0461' };
const seen = new Map<string, unknown>();

onBothDatabases('the forecast', (engine, fresh) => {
  let world: FakeWorld;
  beforeAll(async () => {
    world = await fakeWorld(await fresh(), { now: at('2025-12-01') });
    await seeded(world);
    world.clock.at = at(today);
  });
  afterAll(() => world.close());

  test('learns how long each step took, from the first time it was passed', async () => {
    const { learned } = (await forecastFacts(world, today)).facts;
    const of = (step: string) => learned.waits.filter((each) => each.step === step);
    expect(of('seat')).toEqual([{ step: 'seat', days: 2, people: 11 }]);
    expect(of('m1')).toEqual([{ step: 'm1', days: 10, people: 11 }]);
    expect(of('m2-test')).toEqual([{ step: 'm2-test', days: 7, people: 9 }]);
    expect(learned.taken.filter(({ step }) => step === 'issue')).toEqual([
      { serviceId: service.herning, step: 'issue', people: 9, days: 72 },
    ]);
    expect(learned.completions).toEqual([{ serviceId: service.herning, people: 9, days: 270 }]);
  });

  test('knows who is on the way and how far, and who gave up where after how long', async () => {
    const { pipeline, learned } = (await forecastFacts(world, today)).facts;
    expect(pipeline).toHaveLength(1);
    expect(pipeline[0]).toMatchObject({ serviceId: service.odense, since: '2026-11-16', finishBy: '2027-11-01' });
    expect(pipeline[0]!.done.toSorted()).toEqual(['m1', 'seat', 'start']);
    expect(learned.dropped).toEqual([
      { ...{ serviceId: service.horsens, path: `${course}/2026.1`, stations: 3, days: 45, people: 1 } },
    ]);
  });

  test('of an earlier day it knows nothing that came later', async () => {
    const { facts } = await forecastFacts(world, '2026-03-01');
    expect(facts.learned.completions).toEqual([{ serviceId: service.herning, people: 2, days: 60 }]);
    expect(facts.learned.dropped).toEqual([]);
    expect(facts.staff).toHaveLength(2);
    // Two have the certificate; Vera2, Vera3 and Viggo are on their way.
    expect(facts.pipeline).toHaveLength(3);
  });

  test('counts today as the readiness of the country does', async () => {
    const answer = await forecastOfTheCountry(world, { asOf: today, by: '2027-06-01', target: 1, seed: '1' });
    if (!answer.ok) throw new Error(answer.reason);
    const { services } = await readinessOfTheCountry(world, today);
    const ready = services.filter(({ people }) => people === 'opfyldt').map(({ serviceId }) => serviceId);
    expect(answer.rows.filter(({ today: now }) => now).map(({ serviceId }) => serviceId)).toEqual(ready);
    const staffing = services.find(({ serviceId }) => serviceId === service.herning)!.staffing;
    expect(answer.rows.find(({ serviceId }) => serviceId === service.herning)).toMatchObject({
      ...{ counted: staffing.countedForGate, required: staffing.required, rests: 'own', completions: 9 },
    });
  });

  test('beside it the readiness of any day says who has a seat on a hold and does not count yet', async () => {
    const onHold = async (day: string, knownOn?: string) => {
      const { services } = await readinessOfTheCountry(world, day, { knownOn });
      const of = (id: string) => services.find(({ serviceId }) => serviceId === id)!.onHold;
      return [of(service.herning), of(service.horsens), of(service.odense)];
    };
    expect(await onHold(today)).toEqual([0, 0, 1]);
    // The seat was given on the third and used on the sixth.
    expect(await onHold('2026-11-02')).toEqual([0, 0, 0]);
    expect(await onHold('2026-11-04')).toEqual([0, 0, 1]);
    expect(await onHold('2026-11-04', '2026-11-02')).toEqual([0, 0, 0]);
    // Vera2 and Vera3 are on their way then, and Viggo has no seat before the third.
    expect(await onHold('2026-03-01')).toEqual([2, 0, 0]);
    expect(await onHold('2026-03-03')).toEqual([2, 1, 0]);
    // Vera6 and Vera7 are on their way, and Viggo gave up the day before.
    expect(await onHold('2026-05-01')).toEqual([2, 0, 0]);
  });

  test('the map and the table have the chance of the forecast at hand, for those who may see it and not of a past day', async () => {
    const agency = { personId: 'stine', name: 'Stine', grants: [{ role: 'agency', serviceId: null }] } as never;
    const kim = {
      personId: 'kim',
      name: 'Kim',
      grants: [{ role: 'contact-person', serviceId: service.herning }],
    } as never;
    let found = await chancesAtHand(world, agency, { asOf: today });
    for (let tries = 0; found?.state === 'under-way' && tries < 50; tries++)
      found = await chancesAtHand(world, agency, { asOf: today });
    if (found?.state !== 'known') throw new Error(found?.state);
    const seed = today.replaceAll('-', '');
    const answer = await forecastOfTheCountry(world, { asOf: today, by: found.by, target: 80, seed });
    if (!answer.ok) throw new Error(answer.reason);
    for (const { serviceId, chance, rests } of answer.rows) expect(found.of.get(serviceId)).toEqual({ chance, rests });
    expect(await chancesAtHand(world, agency, { asOf: '2027-03-01' })).toMatchObject({ by: found.by, state: 'known' });
    expect(await chancesAtHand(world, agency, { asOf: '2026-11-23' })).toBeUndefined();
    expect(await chancesAtHand(world, agency, { asOf: today, knownOn: today })).toBeUndefined();
    expect(await chancesAtHand(world, kim, { asOf: today })).toBeUndefined();
    const words = chanceWords('da', found);
    expect(words.value(service.herning)).not.toContain('landets tal');
    expect(words.value(service.odense)).toContain('landets tal');
    expect(chanceWords('da', { by: today, state: 'too-few' }).value('')).toBe('for få data');
  });

  test('gives the same numbers for the same seed on both databases', async () => {
    const ask = { asOf: today, by: '2027-06-01', target: 1, seed: '42', whatIf: { seats: 5 } };
    const answer = await forecastOfTheCountry(world, ask);
    if (!answer.ok) throw new Error(answer.reason);
    seen.set(engine, { base: answer.base, changed: answer.changed, rows: answer.rows });
    for (const numbers of seen.values()) expect(numbers).toEqual(seen.get('sqlite') ?? numbers);
    expect(answer.changed!.newCertificates).toBeGreaterThan(answer.base.newCertificates);
    for (const { oneMore } of answer.rows) expect(oneMore).toBeNull();
    const each = await forecastOfTheCountry(world, { ...ask, withOneMore: true });
    if (!each.ok) throw new Error(each.reason);
    for (const { oneMore, chance } of each.rows) expect(oneMore).toBeGreaterThanOrEqual(chance);
  });

  test('below eight who finished there is no forecast, only how many there are', async () => {
    expect(await forecastOfTheCountry(world, { asOf: '2026-03-01', by: '2026-06-01', target: 1, seed: '1' })).toEqual({
      ...{ ok: false, reason: 'too-few', completions: 2 },
    });
  });

  test.each([
    ['not-a-day', { asOf: today, by: '2027-02-30' }],
    ['in-the-future', { asOf: '2026-11-25', by: '2027-06-01' }],
    ['by-too-early', { asOf: today, by: today }],
    ['by-too-late', { asOf: today, by: '2028-11-25' }],
    ['no-service', { asOf: today, by: '2027-06-01', whatIf: { lostContact: 'nobody' } }],
  ] as const)('refuses a question with %s', async (reason, asked) => {
    expect(await forecastOfTheCountry(world, { target: 1, seed: '1', ...asked })).toEqual({ ok: false, reason });
  });

  test('is for the agency and administrators', async () => {
    const asked = { asOf: today, by: '2027-06-01', target: 1, seed: '1' };
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    expect((await seeForecast(world, agency, asked))?.ok).toBe(true);
    expect(await seeForecast(world, contact, asked)).toBeUndefined();
    expect(await backTest(world, contact, today)).toBeUndefined();
  });

  test('earlier forecasts are scored where there is history enough', async () => {
    const agency = await somebody(world, { givenName: 'Signe', roles: ['agency'] });
    const tested = await backTest(world, agency, today);
    if (!tested?.ok) throw new Error('too few days');
    // The eighth finished on 18 May.
    expect(tested.days).toEqual(['2026-08-26', '2026-07-26', '2026-06-26', '2026-05-26']);
    expect(tested.test.count).toBe(4 * 98);
    expect(tested.test.brier).toBeLessThan(0.01);
    expect(await backTest(world, agency, '2026-09-30')).toMatchObject({ ok: false, reason: 'too-few-days' });
  });
});

describe('both databases', () => {
  test('were compared', () => expect([...seen.keys()].sort()).toEqual(['postgres', 'sqlite']));
});
