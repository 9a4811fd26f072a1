import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { dayNumber } from './day-number.ts';
import type { FinishChances, NewSeat } from './finish-chances.ts';
import type { ForecastFacts } from './forecast-facts.ts';

/** A chance spread over the dates of the forecast: the chance of having happened by each of them, and then of never. */
export type ByDate = Float64Array;

/** One person at one place, as the draws see them; the numbers are places among the dates. */
export type Person = {
  /** Makes their random numbers; a person at two places has the same ones at both. */
  key: string;
  from: number;
  until: number;
  /** The first date at which the certificate of today no longer counts; 0 without one. */
  countsUntil: number;
  blocks: boolean;
  finish: ByDate | null;
  /** The date by which half of those who finish have finished, for the guess that everybody does; past the last if none. */
  onTime: number;
  renewal: ByDate | null;
  leaving: ByDate;
};

const monthsDays = 30.44;

/** Everybody of each place with their chances by date; `coming` has those of the pipeline, in its order. */
export function peopleOf(
  policy: Policy,
  facts: ForecastFacts,
  seats: readonly (NewSeat & { key: string })[],
  coming: readonly FinishChances[],
  ofSeat: (seat: NewSeat) => FinishChances,
  grid: readonly number[],
): { of(serviceId: string): Person[]; newCertificates: number; withoutCourseDay: number } {
  const today = dayNumber(facts.asOf);
  const { marginDays } = versionOn(policy, facts.asOf).staffing;
  const leaving = leavingBy(facts.learned.turnover, grid);
  const dateAt = (day: number) => {
    const at = grid.findIndex((each) => each >= day);
    return at === -1 ? grid.length : at;
  };
  const places = new Map<string, Map<string, Person>>(facts.services.map(({ id }) => [id, new Map()]));
  const person = (serviceId: string, key: string, stay: { from: number; until: number }): Person | undefined => {
    const place = places.get(serviceId);
    if (!place) return undefined;
    const known = place.get(key);
    if (known) {
      known.from = Math.min(known.from, stay.from);
      known.until = Math.max(known.until, stay.until);
      return known;
    }
    const made = {
      key,
      ...stay,
      countsUntil: 0,
      blocks: false,
      finish: null,
      onTime: grid.length,
      renewal: null,
      leaving,
    };
    place.set(key, made);
    return made;
  };
  const stays = { from: 0, until: grid.length };
  for (const { serviceId, personId, from, until, certifiedUntil, blocks } of facts.staff) {
    const stay = {
      from: dateAt(dayNumber(from) - today),
      until: until === null ? grid.length : dateAt(dayNumber(until) - today),
    };
    const here = person(serviceId, personId, stay);
    if (!here) continue;
    here.blocks ||= blocks;
    if (certifiedUntil === null) continue;
    const ends = dayNumber(certifiedUntil) - today;
    here.countsUntil = dateAt(ends - marginDays);
    here.renewal = here.countsUntil < grid.length ? renewalBy(facts.learned.renewals, ends, grid) : null;
  }
  let newCertificates = 0;
  let withoutCourseDay = 0;
  const finishes = (here: Person | undefined, by: FinishChances) => {
    const sum = by.reduce((all, each) => all + each, 0);
    newCertificates += sum;
    if (sum === 0) withoutCourseDay += 1;
    if (!here) return;
    const dated = byDate(by, grid);
    here.finish = better(here.finish, dated);
    const half = dated.findIndex((chance) => sum > 0 && chance >= sum / 2);
    if (half !== -1) here.onTime = Math.min(here.onTime, half);
  };
  for (const [at, each] of facts.pipeline.entries())
    finishes(person(each.serviceId, each.personId, stays), coming[at]!);
  for (const seat of seats) finishes(person(seat.serviceId, seat.key, stays), ofSeat(seat));
  return {
    of: (serviceId) => [...places.get(serviceId)!.values()],
    newCertificates,
    withoutCourseDay,
  };
}

/** The chance of having happened by each date, from the chance of each day. */
function byDate(days: FinishChances, grid: readonly number[]): ByDate {
  let [sum, day] = [0, 0];
  return Float64Array.from(grid, (until) => {
    for (; day <= until; day++) sum += days[day] ?? 0;
    return sum;
  });
}

/** Somebody on two courses finishes the one they finish sooner. */
function better(a: ByDate | null, b: ByDate): ByDate {
  return a ? a.map((chance, at) => Math.max(chance, b[at]!)) : b;
}

/** Leaving is as likely on every day as it has been. */
function leavingBy({ left, personDays }: ForecastFacts['learned']['turnover'], grid: readonly number[]): ByDate {
  const stays = 1 - Math.min(1, personDays === 0 ? 0 : left / personDays);
  return Float64Array.from(grid, (day) => 1 - stays ** day);
}

/** The chance that somebody leaves within a month. */
export function leavingInMonth({ left, personDays }: ForecastFacts['learned']['turnover']): number {
  return personDays === 0 ? 0 : 1 - (1 - Math.min(1, left / personDays)) ** monthsDays;
}

/** How many of those whose certificate ends renew it: one imagined of each keeps few certificates from saying too much. */
export function renewalChance({ ended, renewed, assumed }: ForecastFacts['learned']['renewals']): number {
  return assumed ?? (renewed.reduce((sum, { people }) => sum + people, 0) + 1) / (ended + 2);
}

/** When a certificate that ends on a day is renewed, by the days before the end on which others were; else on its last. */
function renewalBy(renewals: ForecastFacts['learned']['renewals'], ends: number, grid: readonly number[]): ByDate {
  const chance = renewalChance(renewals);
  const all = renewals.renewed.reduce((sum, { people }) => sum + people, 0);
  const seen = all > 0 ? renewals.renewed : [{ daysBefore: 0, people: 1 }];
  return Float64Array.from(grid, (day) => {
    const by = seen.reduce((sum, each) => sum + (ends - each.daysBefore <= day ? each.people : 0), 0);
    return (chance * by) / Math.max(1, all);
  });
}
