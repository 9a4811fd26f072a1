import { expect, test } from 'vitest';
import { countingRules } from '#app/use-cases/readiness/monday/counting-rules.ts';
import { rolloutShortcuts } from '#app/use-cases/readiness/monday/rollout-shortcuts.ts';
import type { Policy } from '#curriculum/readiness/parse-policy.ts';

test('one may choose the days of waves to come and the ends of months, each once and in order', () => {
  const waves = [
    { id: 'a', name: 'Pilot', opensOn: '2026-11-01' },
    { id: 'b', name: 'Bølge 1', opensOn: '2027-02-28' },
    { id: 'c', name: 'Bølge 2', opensOn: '2027-02-28' },
    { id: 'd', name: 'Bølge 3', opensOn: '2027-10-01' },
  ];
  expect(rolloutShortcuts(waves, '2026-11-30')).toEqual([
    { day: '2026-12-31', waves: [] },
    { day: '2027-01-31', waves: [] },
    { day: '2027-02-28', waves: ['Bølge 1', 'Bølge 2'] },
    { day: '2027-03-31', waves: [] },
    { day: '2027-04-30', waves: [] },
    { day: '2027-10-01', waves: ['Bølge 3'] },
  ]);
});

test('the rules are those of the version in force on the day, papers that count as long stand together', () => {
  const staffing = { least: 2, most: 8, peoplePerAdviser: 30_000, marginDays: 60 };
  const version = (name: string, from: string, freshnessDays: Record<string, number>) => ({
    ...{ version: name, from, staffing, freshnessDays },
  });
  const policy = {
    gates: [{ key: 'aftale', short: { da: 'Aftale', en: 'Agreement' } }],
    versions: [
      version('1', '2012-01-01', { aftale: 1 }),
      version('2', '2026-11-01', { aftale: 365, rum: 90, hen: 90 }),
    ],
  } as unknown as Policy;
  expect(countingRules(policy, '2027-10-01', 'en')).toEqual({
    ...{ version: '2', from: '2026-11-01', staffing },
    papers: [
      { days: 90, gates: ['rum', 'hen'] },
      { days: 365, gates: ['Agreement'] },
    ],
  });
  expect(countingRules(policy, '2026-10-31', 'da').version).toBe('1');
});
