import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateEvent, latestRenewableOn, statusOn } from '#curriculum/certification/certificate-status.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { countRegister, listRegister, type RegisterWanted } from '#db/queries/certificate-register.ts';
import { onBothDatabases } from '../../databases.ts';
import { putCertificate } from '../../put-certificate.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../world.ts';

const first = '2026-01-01';
const dayAt = (offset: number) => addDays(first, offset);
const offset = fc.integer({ min: 0, max: 800 });
const statuses = [
  'valid',
  'renewal-open',
  'expired',
  'suspended',
  'revoked',
  'replaced',
  'superseded',
  'not-yet',
] as const;

const change = fc.record({
  type: fc.constantFrom<CertificateEvent['type']>(
    ...(['suspended', 'suspension-lifted', 'suspended', 'suspension-lifted'] as const),
    ...(['revoked', 'reinstated', 'replaced', 'superseded'] as const),
  ),
  after: fc.integer({ min: 0, max: 400 }),
  /** Two events may have the same instant. */
  hour: fc.constantFrom(8, 22, 23),
});
const certificate = fc.record({
  from: offset,
  months: fc.integer({ min: 1, max: 24 }),
  issuedAfter: fc.constantFrom(0, 0, 40),
  changes: fc.array(change, { maxLength: 4 }),
});

onBothDatabases('the status of a certificate', (_, fresh) => {
  let world: FakeWorld;
  let personId: string;
  beforeAll(async () => {
    world = await fakeWorld(await fresh());
    ({ personId } = await somebody(world, { givenName: 'Vera', roles: ['adviser'] }));
  });
  afterAll(() => world.close());
  let numbers = 0;
  let runs = 0;

  test('is the same in SQL and by the rule, on any day of any history, in rows, filters and order', async () => {
    const days = fc.array(fc.integer({ min: 0, max: 1_400 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(certificate, { minLength: 1, maxLength: 5 }), days, async (given, asked) => {
        const edition = `run-${++runs}`;
        const kept = new Map<string, { validFrom: string; validUntil: string; events: CertificateEvent[] }>();
        for (const { from, months, issuedAfter, changes } of given) {
          const number = `2026-${String(++numbers).padStart(5, '0')}`;
          const period = { validFrom: dayAt(from), validUntil: addMonths(dayAt(from), months) };
          const issuedOn = dayAt(from + issuedAfter);
          const dates = { valid_from: period.validFrom, valid_until: period.validUntil };
          await putCertificate(world, { personId, number, code: number, issuedOn, edition, ...dates });
          const events: CertificateEvent[] = [
            { type: 'issued', at: `${issuedOn}T09:00:00.000Z` },
            ...changes.map(({ type, after, hour }) => ({
              type,
              at: `${addDays(issuedOn, after)}T${String(hour).padStart(2, '0')}:30:00.000Z`,
            })),
          ];
          for (const [place, event] of events.entries())
            await appendCertificateEvent(world.db, {
              ...{ id: `${number}/${place}`, number, type: event.type, at: event.at },
              ...{ reason: null, actor: null, recorded_at: event.at },
            });
          kept.set(number, { ...period, events });
        }
        for (const day of asked.map(dayAt)) {
          const wanted: RegisterWanted = {
            on: { day, until: endOfDay(day), renewable: latestRenewableOn(day) },
            ...{ ledBy: undefined, find: '', statuses: undefined, staffs: undefined, course: '', edition },
            ...{
              municipality: '',
              region: '',
              issued: { from: undefined, to: undefined },
              until: { from: undefined, to: undefined },
            },
          };
          const order = { by: 'status' as const, reversed: false, courses: [], statuses };
          const rows = await listRegister(world.db, wanted, order, { limit: 50, offset: 0 });
          const expected = [...kept]
            .map(([number, { events, ...period }]) => ({ number, status: statusOn(period, events, day) }))
            .sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || (a.number < b.number ? 1 : -1));
          expect([day, rows.map(({ number, status }) => ({ number, status }))]).toEqual([day, expected]);
          for (const status of statuses) {
            const count = await countRegister(world.db, { ...wanted, statuses: [status] });
            expect([day, status, count]).toEqual([
              day,
              status,
              expected.filter((each) => each.status === status).length,
            ]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
