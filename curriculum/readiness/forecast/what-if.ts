import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { type Policy, type PolicyVersion, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { requiredAdvisers } from '#curriculum/readiness/readiness-of.ts';
import { dayNumber } from './day-number.ts';
import type { NewSeat } from './finish-chances.ts';
import type { ForecastFacts } from './forecast-facts.ts';
import type { Pace } from './pace.ts';

/** What may be tried: everything that is left out stays as it is. */
export type WhatIf = {
  /** More seats, on holds that start on a day. */
  seats?: number;
  startsOn?: string;
  /** This many more seats at every place. */
  seatsEach?: number;
  /** How many of those who ask for a seat get through, 0 to 1. */
  through?: number;
  /** How many renew a certificate that ends, 0 to 1. */
  renews?: number;
  peoplePerAdviser?: number;
  /** A service that loses its contact person, so that its papers are no longer met. */
  lostContact?: string;
};

type Seat = NewSeat & { key: string };
type Changed = {
  facts: ForecastFacts;
  /** The seats, given how many of those on their way are expected at each place. */
  seats(expected: ReadonlyMap<string, number>): Seat[];
  required(rules: PolicyVersion, population: number): number;
  adjust(pace: Pace): Pace;
};

/** The days until more holds can start, unless a day is given. */
const daysToPlan = 28;

/** The facts, seats and rules as they would be. */
export function withWhatIf(policy: Policy, given: ForecastFacts, whatIf: WhatIf = {}): Changed {
  const { lostContact, renews, through, peoplePerAdviser } = whatIf;
  const facts: ForecastFacts = {
    ...given,
    services: given.services.map((service) => (service.id === lostContact ? { ...service, papers: false } : service)),
    ...(renews !== undefined && {
      learned: { ...given.learned, renewals: { ...given.learned.renewals, assumed: renews } },
    }),
  };
  const required: Changed['required'] = ({ staffing }, population) =>
    requiredAdvisers(
      { staffing: { ...staffing, ...(peoplePerAdviser && { peoplePerAdviser }) } },
      { municipalities: [{ code: '', name: '', population, pilot: false }] },
    );
  return {
    facts,
    required,
    seats: (expected) =>
      seatsOf(facts, whatIf, (population) => required(versionOn(policy, facts.asOf), population), expected),
    adjust: (pace) => (through === undefined ? pace : withThrough(pace, facts, through)),
  };
}

/**
 * Who gets the seats: first the places where the fewest people make the place ready, as many as they lack; then one at a
 * time everybody who is not there yet; then all. More seats never take one from anybody.
 */
function seatsOf(
  { asOf, services, staff, newest }: ForecastFacts,
  { seats = 0, seatsEach = 0, startsOn = addDays(asOf, daysToPlan) }: WhatIf,
  required: (population: number) => number,
  expected: ReadonlyMap<string, number>,
): Seat[] {
  if (seats === 0 && seatsEach === 0) return [];
  const today = dayNumber(asOf);
  const certified = new Map<string, Set<string>>();
  for (const { serviceId, personId, certifiedUntil } of staff) {
    if (certifiedUntil === null || dayNumber(certifiedUntil) <= today) continue;
    const here = certified.get(serviceId) ?? new Set();
    certified.set(serviceId, here.add(personId));
  }
  const lacking = services.map(({ id, population }) => {
    const counted = certified.get(id)?.size ?? 0;
    const coming = Math.round(expected.get(id) ?? 0);
    return { id, lacks: required(population) - counted - coming, short: required(population) - counted };
  });
  const first = lacking
    .filter(({ lacks }) => lacks > 0)
    .sort((a, b) => a.lacks - b.lacks || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, lacks }) => Array.from({ length: lacks }, () => id));
  const short = lacking.filter((each) => each.short > 0).map(({ id }) => id);
  const all = services.map(({ id }) => id);
  const each = Array.from({ length: seatsEach }, () => all).flat();
  const order = [...first, ...short, ...short];
  while (order.length < seats && all.length > 0) order.push(...all);
  const given = new Map<string, number>();
  return [...each, ...order.slice(0, seats)].map((serviceId) => {
    const number = (given.get(serviceId) ?? 0) + 1;
    given.set(serviceId, number);
    return { serviceId, path: newest, startsOn, key: `seat ${serviceId} ${number}` };
  });
}

/** Every chance to pass is raised to one power, so that together they come to the chance that is wanted. */
function withThrough(pace: Pace, { paths, newest }: ForecastFacts, through: number): Pace {
  const path = paths.find(({ id }) => id === newest);
  if (!path) return pace;
  const power = Math.log(through) / Math.log(pace.through(path));
  return {
    at: (...of) => raised(pace.at(...of), power),
    after: (...of) => raised(pace.after(...of), power),
    through: (each) => pace.through(each) ** power,
  };
}

const raised = ({ chance, days }: ReturnType<Pace['at']>, power: number) => ({ chance: chance ** power, days });
