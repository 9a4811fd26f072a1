import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateEvent, isCertifiedOn } from '#curriculum/certification/certificate-status.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { insertAffiliation } from '#db/queries/person.ts';
import { listStaffing } from '#db/queries/readiness.ts';
import { onBothDatabases } from '../../databases.ts';
import { putCertificate } from '../../put-certificate.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../world.ts';

const first = '2026-01-01';
const span = 400;
const dayAt = (offset: number) => addDays(first, offset);
const offset = fc.integer({ min: 0, max: span });

const change = fc.record({
  type: fc.constantFrom<CertificateEvent['type']>(
    'suspended',
    'suspension-lifted',
    'suspended',
    'suspension-lifted',
    'revoked',
    'reinstated',
    'replaced',
    'superseded',
  ),
  after: fc.integer({ min: 0, max: 200 }),
  hour: fc.integer({ min: 0, max: 23 }),
  /** How many days passed until somebody recorded it. */
  late: fc.integer({ min: 0, max: 20 }),
});
const certificate = fc.record({
  course: fc.constantFrom('it-paedagogisk-vejleder', 'fornyelse', 'foerstehjaelp'),
  from: offset,
  /** A replacement has the old period and is issued later. */
  issuedAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })),
  lasts: fc.integer({ min: 1, max: 300 }),
  late: fc.integer({ min: 0, max: 20 }),
  changes: fc.array(change, { maxLength: 4 }),
});
const person = fc.record({
  certificates: fc.array(certificate, { maxLength: 3 }),
  from: offset,
  stays: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
  /** How many days passed until the end was recorded. */
  late: fc.integer({ min: 0, max: 20 }),
});

type Kept = {
  course: string;
  period: { validFrom: string; validUntil: string };
  recordedAt: string;
  events: (CertificateEvent & { recordedAt: string })[];
};

onBothDatabases('staffing of any day', (_, fresh) => {
  let world: FakeWorld;
  beforeAll(async () => {
    world = await fakeWorld(await fresh());
  });
  afterAll(() => world.close());
  let numbers = 0;
  let places = 0;

  /** Each run has a service of its own, so that nobody of another run is counted. */
  async function newService() {
    const [service_id, library_number] = [`service-${++places}`, `library-${places}`];
    const recorded_at = `${first}T00:00:00.000Z`;
    await world.db.insertInto('library_service').values({ id: service_id, name: 'S', recorded_at }).execute();
    await world.db
      .insertInto('library')
      .values({
        ...{ number: library_number, service_id, municipality_code: '0657', name: 'L', opened_on: first, recorded_at },
      })
      .execute();
    return { service_id, library_number };
  }

  async function putOne(personId: string, given: typeof certificate extends fc.Arbitrary<infer T> ? T : never) {
    const number = `2026-${String(++numbers).padStart(5, '0')}`;
    const period = { validFrom: dayAt(given.from), validUntil: dayAt(given.from + given.lasts) };
    const issued = given.from + given.issuedAfter;
    const recordedAt = `${dayAt(issued + given.late)}T12:00:00.000Z`;
    const at = `${dayAt(issued)}T09:00:00.000Z`;
    await putCertificate(world, {
      ...{ personId, number, code: number, issuedOn: dayAt(issued), course: given.course, recorded_at: recordedAt },
      ...{ valid_from: period.validFrom, valid_until: period.validUntil },
    });
    const events = [
      { type: 'issued' as const, at, recordedAt },
      ...given.changes.map(({ type, after, hour, late }) => ({
        type,
        at: `${dayAt(issued + after)}T${String(hour).padStart(2, '0')}:30:00.000Z`,
        recordedAt: `${dayAt(issued + after + late)}T23:30:00.000Z`,
      })),
    ];
    for (const [place, event] of events.entries())
      await appendCertificateEvent(world.db, {
        ...{ id: `${number}/${place}`, number, type: event.type, reason: null, actor: null },
        ...{ at: event.at, recorded_at: event.recordedAt },
      });
    return { course: given.course, period, recordedAt, events } satisfies Kept;
  }

  test('counts exactly those who are certified by the rule, as known now and as known on a day', async () => {
    const people = fc.array(person, { minLength: 1, maxLength: 4 });
    const days = fc.array(fc.tuple(offset, offset), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(people, days, async (given, asked) => {
        const { service_id, library_number } = await newService();
        const kept: { certificates: Kept[]; from: string; until: string | null; leftAt: string | null }[] = [];
        for (const { certificates, from, stays, late } of given) {
          const { personId } = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
          const id = world.newId();
          const [valid_from, until] = [dayAt(from), stays === null ? null : dayAt(from + stays)];
          const recorded_at = `${first}T00:00:00.000Z`;
          const work = { id, person_id: personId, library_number, work: 'adviser', valid_from };
          await insertAffiliation(world.db, { ...work, valid_until: null, recorded_at });
          const leftAt = until && `${addDays(until, late)}T08:00:00.000Z`;
          if (leftAt)
            await world.db
              .updateTable('affiliation')
              .set({ valid_until: until, recorded_at: leftAt })
              .where('id', '=', id)
              .execute();
          const own: Kept[] = [];
          for (const each of certificates) own.push(await putOne(personId, each));
          kept.push({ certificates: own, from: valid_from, until, leftAt });
        }
        for (const [on, knownOn] of asked)
          for (const known of [undefined, endOfDay(dayAt(knownOn))]) {
            const day = dayAt(on);
            const query = {
              ...{ day, until: endOfDay(day), marginDay: addDays(day, 60), yearBefore: day, ninetyDaysBefore: day },
              channels: ['web'],
              ...{ courses: ['it-paedagogisk-vejleder', 'fornyelse'], tests: [], known },
            };
            const rows = await listStaffing(world.db, query);
            const found = rows.find(({ serviceId }) => serviceId === service_id)!;
            // A service asked for alone is as it is in the country.
            expect(await listStaffing(world.db, { ...query, services: [service_id] })).toEqual([found]);
            const isKnown = (at: string) => known === undefined || at <= known;
            const certified = kept
              .filter(({ from, until, leftAt }) => {
                const end = leftAt && isKnown(leftAt) ? until : null;
                return from <= day && (end === null || end > day);
              })
              .map(({ certificates }) =>
                certificates.filter(
                  ({ course, period, recordedAt, events }) =>
                    course !== 'foerstehjaelp' &&
                    isKnown(recordedAt) &&
                    isCertifiedOn(
                      period,
                      events.filter((event) => isKnown(event.recordedAt)),
                      day,
                    ),
                ),
              )
              .filter((valid) => valid.length > 0);
            const counted = certified.filter((valid) =>
              valid.some(({ period }) => period.validUntil > addDays(day, 60)),
            );
            expect([day, known, found.certified, found.countedForGate]).toEqual([
              ...[day, known, certified.length, counted.length],
            ]);
          }
      }),
      { numRuns: 30 },
    );
  });
});
