import { dayNumber } from './day-number.ts';
import type { Enrolled, ForecastFacts, Path, Station } from './forecast-facts.ts';
import type { Days, Pace } from './pace.ts';
import { stationsLeft } from './stations-of.ts';

/** The chance of finishing on each coming day, from today on; what is missing to 1 is the chance of never finishing. */
export type FinishChances = Float64Array;
export type NewSeat = { serviceId: string; path: string; startsOn: string };

type Facts = Pick<ForecastFacts, 'asOf' | 'paths' | 'holds' | 'courseDays'>;

/**
 * When people on the way to a certificate finish: their real place on the way, the chance and time of each station that
 * is left, the first day of their hold, the next planned course day, and the last day of the hold. `horizon` is the last
 * day that is looked at, counted from today.
 */
export function finishChancesOf(facts: Facts, pace: Pace, horizon: number) {
  const today = dayNumber(facts.asOf);
  const paths = new Map(facts.paths.map((path) => [path.id, path]));
  const holds = new Map(facts.holds.map((hold) => [hold.id, hold]));
  const meetings = meetingsOf(facts, today);
  const stretches = new Map<string, FinishChances>();

  /** The chances of the days that a row of stations takes together, with no calendar in it. */
  const stretch = (serviceId: string, path: Path, stations: readonly Station[]): FinishChances => {
    const key = `${serviceId} ${path.id} ${stations.map(({ steps }) => steps[0]).join(' ')}`;
    const known = stretches.get(key);
    if (known) return known;
    const [first, ...rest] = stations;
    const found = first ? moved(stretch(serviceId, path, rest), pace.at(serviceId, path, first)) : onDay(0, horizon);
    stretches.set(key, found);
    return found;
  };

  const along = (
    from: FinishChances,
    serviceId: string,
    path: Path,
    stations: readonly Station[],
    calendar: Calendar,
  ): FinishChances => {
    const bound = stations.findIndex(({ kind }) => kind === 'start' || kind === 'day');
    const free = bound === -1 ? stations : stations.slice(0, bound);
    const reached = together(from, stretch(serviceId, path, free));
    if (bound === -1) return reached;
    const station = stations[bound]!;
    const { chance, days } = pace.at(serviceId, path, station);
    const after =
      station.kind === 'start'
        ? moved(notBefore(reached, calendar.startsIn), { chance, days })
        : waitedFor(reached, calendar.meets(station), chance);
    return along(after, serviceId, path, stations.slice(bound + 1), calendar);
  };

  return {
    /** Of somebody who is on the way. */
    of({ serviceId, path: id, holdId, done, since, finishBy }: Enrolled): FinishChances {
      const path = paths.get(id)!;
      const hold = holds.get(holdId)!;
      const [here, ...rest] = stationsLeft(path, done);
      if (!here) return onDay(0, horizon);
      const calendar = {
        startsIn: dayNumber(hold.startsOn) - today,
        meets: ({ steps }: Station) => meetings(steps, path, holdId),
      };
      const begins = onDay(0, horizon);
      const waited = Math.max(0, today - dayNumber(since));
      // Waiting for a day that is planned, or for the hold to start, says nothing about giving up.
      const isPlanned = here.kind === 'day' || (here.kind === 'start' && calendar.startsIn > 0);
      const first = isPlanned
        ? along(begins, serviceId, path, [here], calendar)
        : moved(begins, pace.after(serviceId, path, here, waited));
      return until(along(first, serviceId, path, rest, calendar), dayNumber(finishBy) - today);
    },
    /** Of somebody who gets a seat on a hold that is not planned yet; its course day comes when they have come to it. */
    ofSeat({ serviceId, path: id, startsOn }: NewSeat): FinishChances {
      const path = paths.get(id)!;
      const from = onDay(Math.max(0, dayNumber(startsOn) - today), horizon);
      const [, , ...rest] = path.stations;
      return together(from, stretch(serviceId, path, rest));
    },
  };
}

type Calendar = { startsIn: number; meets(station: Station): readonly number[] };

/** The coming days of a station, of the own hold or, if it has none left, of other holds: sorted, counted from today. */
function meetingsOf({ courseDays }: Facts, today: number) {
  const known = new Map<string, number[]>();
  return (steps: readonly string[], path: Path, holdId: string): number[] => {
    const key = `${holdId} ${path.id} ${steps.join(' ')}`;
    const before = known.get(key);
    if (before) return before;
    const here = courseDays.filter(({ step, on }) => steps.includes(step) && dayNumber(on) >= today);
    const own = here.filter((each) => each.holdId === holdId);
    const days = (own.length > 0 ? own : here).map(({ on }) => dayNumber(on) - today).sort((a, b) => a - b);
    known.set(key, days);
    return days;
  };
}

function onDay(day: number, horizon: number): FinishChances {
  const chances = new Float64Array(horizon + 1);
  if (day <= horizon) chances[day] = 1;
  return chances;
}

/** Later by the days of one station, and no likelier than its chance. */
function moved(from: FinishChances, { chance, days }: { chance: number; days: Days }): FinishChances {
  const out = new Float64Array(from.length);
  for (let at = 0; at < from.length; at++) {
    const share = from[at]! * chance;
    if (share === 0) continue;
    for (let more = 0; more < days.length && at + more < out.length; more++) out[at + more]! += share * days[more]!;
  }
  return out;
}

function together(a: FinishChances, b: FinishChances): FinishChances {
  const out = new Float64Array(a.length);
  for (let at = 0; at < a.length; at++) {
    const share = a[at]!;
    if (share === 0) continue;
    for (let more = 0; at + more < out.length; more++) out[at + more]! += share * b[more]!;
  }
  return out;
}

function notBefore(from: FinishChances, day: number): FinishChances {
  if (day <= 0) return from;
  const out = new Float64Array(from.length);
  for (let at = 0; at < from.length; at++) {
    const to = Math.max(at, day);
    if (to < out.length) out[to]! += from[at]!;
  }
  return out;
}

/** Everybody waits for the next of these days, and whoever comes too late for the last one stays where they are. */
function waitedFor(from: FinishChances, days: readonly number[], chance: number): FinishChances {
  const out = new Float64Array(from.length);
  for (let at = 0; at < from.length; at++) {
    const next = days.find((day) => day >= at);
    if (next !== undefined && next < out.length) out[next]! += from[at]! * chance;
  }
  return out;
}

/** Nobody finishes after the last day of the hold. */
function until(chances: FinishChances, lastDay: number): FinishChances {
  return chances.map((chance, at) => (at > lastDay ? 0 : chance));
}
