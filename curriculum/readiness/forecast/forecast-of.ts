import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { type Assumptions, assumptionsOf } from './assumptions-of.ts';
import { dayNumber } from './day-number.ts';
import { type FinishChances, finishChancesOf } from './finish-chances.ts';
import type { ForecastFacts } from './forecast-facts.ts';
import { nationWeighs, type Pace, paceOf } from './pace.ts';
import { peopleOf } from './people-of.ts';
import { quantiles, type Spread } from './quantiles.ts';
import { simulateService } from './simulate-service.ts';
import { type WhatIf, withWhatIf } from './what-if.ts';

/** Below this many people who have finished, nothing is foretold. */
const fewest = 8;
const draws = 2_000;

export type Asked = {
  /** The day by which places should be ready. */
  by: string;
  /** How many municipalities should be ready then. */
  target: number;
  seed: string;
  draws?: number;
  whatIf?: WhatIf;
};

export type ServiceForecast = {
  serviceId: string;
  /** On each date, the chance that the people are ready: enough of them are certified, and all who guide know the rules. */
  chances: number[];
  /** The chance that they are ready on the day asked for, and that they were so on one of the dates until then. */
  chance: number;
  chanceBy: number;
  /** How many people finished here, and whether the figures rest on them or on the nation's. */
  completions: number;
  rests: 'own' | 'nation';
  required: number;
  /** How many count today, and how many are on their way. */
  counted: number;
  onTheWay: number;
  papers: boolean;
  /** Are they ready today, and would they be on the day asked for if everybody were on time? Two guesses to beat. */
  today: boolean;
  onTime: boolean;
};

export type Forecast = {
  asOf: string;
  by: string;
  target: number;
  seed: string;
  draws: number;
  /** Every seventh day from today on, and the day asked for. */
  dates: string[];
  services: ServiceForecast[];
  /** How many municipalities have their people ready, on each date. */
  people: Spread[];
  /** The same with the papers as they stand today. */
  ready: Spread[];
  /** If nobody finishes, renews or leaves. */
  nothingNew: number[];
  /** The chance that at least the target is reached on each date. */
  reached: number[];
  /** Certificates that are expected until the day asked for. */
  newCertificates: number;
  assumptions: Assumptions;
};
export type Foretold = { ok: true; forecast: Forecast } | { ok: false; reason: 'too-few'; completions: number };

/**
 * Foretells when the people of each place are ready, by drawing every person's way many times: the same seed always gives
 * the same numbers. Everybody has their own random numbers, so that one more seat changes nothing for the others.
 */
export function forecastOf(
  policy: Policy,
  given: ForecastFacts,
  asked: Asked,
  onProgress: (done: number, of: number) => void = () => undefined,
): Foretold {
  const completions = given.learned.completions.reduce((sum, { people }) => sum + people, 0);
  if (completions < fewest) return { ok: false, reason: 'too-few', completions };
  const { asOf } = given;
  const times = asked.draws ?? draws;
  const changed = withWhatIf(policy, inOrder(given), asked.whatIf);
  const { facts } = changed;
  const dates = datesUntil(asOf, asked.by);
  const today = dayNumber(asOf);
  const grid = dates.map((day) => dayNumber(day) - today);
  const pace: Pace = changed.adjust(paceOf(facts));
  const chances = finishChancesOf(facts, pace, grid.at(-1)!);
  const coming = facts.pipeline.map(chances.of);
  const seats = changed.seats(expectedOf(facts, coming));
  const people = peopleOf(policy, facts, seats, coming, chances.ofSeat, grid);
  const of = facts.services.reduce((sum, { municipalities }) => sum + municipalities, 0);
  const own = new Map<string, number>();
  for (const each of facts.learned.completions) own.set(each.serviceId, (own.get(each.serviceId) ?? 0) + each.people);
  const nation = { people: new Int16Array(times * grid.length), ready: new Int16Array(times * grid.length) };
  const nothingNew = grid.map(() => 0);
  const services = facts.services.map((service, at): ServiceForecast => {
    const here = people.of(service.id);
    const required = dates.map((day) => changed.required(versionOn(policy, day), service.population));
    const simulated = simulateService({ here, required, seed: asked.seed, draws: times, steps: grid.length });
    for (const [index, ready] of simulated.ready.entries()) {
      if (ready === 0) continue;
      nation.people[index]! += service.municipalities;
      if (service.papers) nation.ready[index]! += service.municipalities;
    }
    simulated.nothingNew.forEach((ready, step) => {
      if (ready) nothingNew[step]! += service.municipalities;
    });
    onProgress(at + 1, facts.services.length);
    const completed = own.get(service.id) ?? 0;
    return {
      serviceId: service.id,
      chances: simulated.chances,
      chance: simulated.chances.at(-1)!,
      chanceBy: simulated.chanceBy,
      completions: completed,
      rests: completed < nationWeighs ? 'nation' : 'own',
      required: required[0]!,
      counted: here.filter(({ countsUntil }) => countsUntil > 0).length,
      onTheWay: here.filter(({ finish }) => finish !== null).length,
      papers: service.papers,
      today: simulated.nothingNew[0]!,
      onTime: simulated.onTime,
    };
  });
  const counted = quantiles(nation.people, times, grid.length, of, asked.target);
  return {
    ok: true,
    forecast: {
      asOf,
      by: asked.by,
      target: asked.target,
      seed: asked.seed,
      draws: times,
      dates,
      services,
      people: counted.spreads,
      ready: quantiles(nation.ready, times, grid.length, of, asked.target).spreads,
      nothingNew,
      reached: counted.reached,
      newCertificates: people.newCertificates,
      assumptions: assumptionsOf(facts, pace, people.withoutCourseDay),
    },
  };
}

/** How many of those on their way are expected to finish, by place. */
function expectedOf({ pipeline }: ForecastFacts, coming: readonly FinishChances[]): Map<string, number> {
  const expected = new Map<string, number>();
  for (const [at, { serviceId }] of pipeline.entries())
    expected.set(serviceId, (expected.get(serviceId) ?? 0) + coming[at]!.reduce((sum, each) => sum + each, 0));
  return expected;
}

/** Every seventh day from today on, and the last day. */
function datesUntil(asOf: string, by: string): string[] {
  const dates: string[] = [];
  for (let day = asOf; day < by; day = addDays(day, 7)) dates.push(day);
  return [...dates, by];
}

/** The facts sorted by their keys, so that it does not matter in which order they came. */
function inOrder(facts: ForecastFacts): ForecastFacts {
  const by = <T>(key: (each: T) => string, list: readonly T[]): T[] =>
    list
      .map((each) => [key(each), each] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, each]) => each);
  return {
    ...facts,
    services: by(({ id }) => id, facts.services),
    paths: by(({ id }) => id, facts.paths),
    staff: by(({ serviceId, personId, from }) => `${serviceId} ${personId} ${from}`, facts.staff),
    pipeline: by(({ serviceId, personId, holdId }) => `${serviceId} ${personId} ${holdId}`, facts.pipeline),
  };
}
