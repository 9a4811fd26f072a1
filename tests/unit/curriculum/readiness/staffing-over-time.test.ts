import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicy } from '#curriculum/readiness/parse-policy.ts';
import { lastTurningDay, type StaffFacts, staffingOverTime } from '#curriculum/readiness/staffing-over-time.ts';

const parsed = parsePolicy(readFileSync('curriculum/readiness/policy.yaml', 'utf8'), 'policy.yaml');
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { policy } = parsed;
const herning = [{ code: '0657', name: 'Herning', population: 89_127, pilot: true }];
const span = { from: '2025-11-24', to: '2028-12-31' };

const adviser = (personId: string, more: Partial<StaffFacts> = {}): StaffFacts => ({
  personId,
  affiliations: [{ from: '2026-01-01', until: null }],
  certificates: [{ number: personId, validFrom: '2026-03-01', validUntil: '2028-03-01', events: [] }],
  ...more,
});
const over = (...staff: StaffFacts[]) =>
  staffingOverTime(policy, herning, staff, span).map(({ from, counted, causes }) => [
    from,
    counted,
    ...causes.map(({ cause, people }) => `${people} ${cause}`),
  ]);

test('the staffing is unknown before anybody is on record, and a certificate counts until fewer than sixty days are left', () => {
  expect(over(adviser('a'), adviser('b'))).toEqual([
    ['2025-11-24', null],
    ['2026-01-01', 0],
    ['2026-03-01', 2, '2 certified'],
    // 2028 has a 29 February: 1 January is sixty days before 1 March.
    ['2028-01-01', 0, '2 runs-out'],
  ]);
});

test('the staffing changes with a reason on the day somebody is revoked, leaves or arrives', () => {
  const [certificate] = adviser('a').certificates;
  expect(
    over(
      adviser('a', {
        certificates: [{ ...certificate!, events: [{ type: 'revoked', at: '2026-05-02T08:00:00.000Z' }] }],
      }),
      adviser('b', { affiliations: [{ from: '2026-01-01', until: '2026-06-01' }] }),
      adviser('c', { affiliations: [{ from: '2026-07-01', until: null }] }),
    ).slice(2),
  ).toEqual([
    ['2026-03-01', 2, '2 certified'],
    ['2026-05-02', 1, '1 stopped'],
    ['2026-06-01', 0, '1 left'],
    ['2026-07-01', 1, '1 came'],
    ['2028-01-01', 0, '1 runs-out'],
  ]);
});

test('a renewal in time leaves no gap in the staffing', () => {
  const [first] = adviser('a').certificates;
  const renewed = adviser('a', {
    certificates: [
      { ...first!, events: [{ type: 'superseded', at: '2027-12-20T08:00:00.000Z' }] },
      { number: 'second', validFrom: '2027-12-20', validUntil: '2030-03-01', events: [] },
    ],
  });
  expect(over(renewed).slice(2)).toEqual([['2026-03-01', 1, '1 certified']]);
  expect(lastTurningDay(policy, [renewed])).toBe('2029-12-31');
});

test('the required staffing is that of the day', () => {
  const [first] = policy.versions;
  const stricter = { ...first!, version: '2', from: '2027-01-01', staffing: { ...first!.staffing, least: 6, most: 8 } };
  const changed = { ...policy, versions: [first!, stricter] };
  expect(
    staffingOverTime(changed, herning, [adviser('a')], span).map(({ from, required }) => [from, required]),
  ).toEqual([
    ['2025-11-24', 3],
    ['2026-01-01', 3],
    ['2026-03-01', 3],
    ['2027-01-01', 6],
    ['2028-01-01', 6],
  ]);
});
