import { readFileSync } from 'node:fs';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { ForecastFacts, Path } from '#curriculum/readiness/forecast/forecast-facts.ts';
import { type Policy, parsePolicy } from '#curriculum/readiness/parse-policy.ts';

export const asOf = '2026-11-30';
export const path: Path = {
  id: 'course/2026.1',
  stations: [
    { steps: ['seat'], kind: 'seat' },
    { steps: ['start'], kind: 'start' },
    { steps: ['read'], kind: 'lesson' },
    { steps: ['meet'], kind: 'day' },
    { steps: ['test'], kind: 'quiz' },
    { steps: ['issue'], kind: 'issue' },
  ],
};
export const steps = path.stations.flatMap((station) => station.steps);

const read = parsePolicy(readFileSync('curriculum/readiness/policy.yaml', 'utf8'), 'policy.yaml');
if (!read.ok) throw new Error('policy.yaml');
export const policy: Policy = read.policy;

/** Twenty people took each step in 2 to 6 days, and four gave up while they read; two places, which need two and three. */
export function factsWith(change: Partial<ForecastFacts> = {}): ForecastFacts {
  return {
    asOf,
    services: [
      { id: 'a', population: 50_000, municipalities: 1, papers: true },
      { id: 'b', population: 80_000, municipalities: 2, papers: false },
    ],
    paths: [path],
    newest: path.id,
    staff: [],
    pipeline: [],
    holds: [{ id: 'hold', startsOn: '2026-10-01' }],
    courseDays: [{ holdId: 'hold', step: 'meet', on: '2027-01-15' }],
    learned: {
      waits: steps.flatMap((step) => [2, 3, 4, 5, 6].map((days) => ({ step, days, people: 4 }))),
      taken: steps.map((step) => ({ serviceId: 'a', step, people: 20, days: 80 })),
      dropped: [{ serviceId: 'a', path: path.id, stations: 2, days: 10, people: 4 }],
      completions: [{ serviceId: 'a', people: 20, days: 24 * 20 }],
      renewals: { ended: 8, renewed: [{ daysBefore: 70, people: 4 }] },
      turnover: { left: 1, personDays: 3_000 },
    },
    ...change,
  };
}

/** Somebody whose certificate is valid for so many days. */
export const certified = (serviceId: string, personId: string, days = 700) => ({
  ...{ serviceId, personId, from: '2026-01-01', until: null, blocks: false },
  certifiedUntil: addDays(asOf, days),
});

/** Somebody on the way who has taken these steps, the last of them yesterday. */
export const onTheWay = (serviceId: string, personId: string, done: string[] = ['seat', 'start']) => ({
  ...{ serviceId, personId, path: path.id, holdId: 'hold', done },
  since: addDays(asOf, -1),
  finishBy: '2027-09-01',
});
