import type { ForecastFacts, Path, Station } from './forecast-facts.ts';

/** How heavily the nation weighs against a place: as much as this many people of its own. */
export const nationWeighs = 8;

/** The chance of each number of days, from 0 on; together 1. */
export type Days = readonly number[];
type Rate = { chance: number; days: Days; waits: number[]; dropWaits: number[] };
/** How people move past the stations: what the nation shows and how a place differs from it. */
export type Pace = {
  /** The chance of passing a station, and the days it takes. */
  at(serviceId: string, path: Path, station: Station): { chance: number; days: Days };
  /** The same for somebody who has waited there for some days. */
  after(serviceId: string, path: Path, station: Station, waited: number): { chance: number; days: Days };
  /** The chance of getting through the whole way. */
  through(path: Path): number;
};

/**
 * Learns the chance to pass each station and the time it takes from everybody before, and lets each place differ by
 * what its own people have shown: the fewer they are, the more the nation's figures count.
 */
export function paceOf({ paths, learned }: Pick<ForecastFacts, 'paths' | 'learned'>): Pace {
  const nation = ratesOfNation(paths, learned);
  const own = new Map<string, { people: number; days: number }>();
  for (const { serviceId, step, people, days } of learned.taken) add(own, `${serviceId} ${step}`, people, days);
  const ownDrops = new Map<string, { people: number; days: number }>();
  for (const { serviceId, path, stations, people } of learned.dropped)
    add(ownDrops, `${serviceId} ${path} ${stations}`, people, 0);
  const known = new Map<string, { chance: number; days: Days }>();
  const at = (serviceId: string, path: Path, station: Station) => {
    const index = path.stations.indexOf(station);
    const key = `${serviceId} ${path.id} ${index}`;
    const before = known.get(key);
    if (before) return before;
    const rate = nation.get(`${path.id} ${index}`)!;
    let [people, days] = [0, 0];
    for (const step of station.steps) {
      const taken = own.get(`${serviceId} ${step}`);
      people += taken?.people ?? 0;
      days += taken?.days ?? 0;
    }
    const dropped = ownDrops.get(`${serviceId} ${path.id} ${index}`)?.people ?? 0;
    const mean = meanOf(rate.days);
    const ownMean = (days + nationWeighs * mean) / (people + nationWeighs);
    const found = {
      chance: (people + nationWeighs * rate.chance) / (people + dropped + nationWeighs),
      days: mean === 0 ? rate.days : stretched(rate.days, ownMean / mean),
    };
    known.set(key, found);
    return found;
  };
  return {
    at,
    after(serviceId, path, station, waited) {
      const { chance, days } = at(serviceId, path, station);
      const { waits, dropWaits } = nation.get(`${path.id} ${path.stations.indexOf(station)}`)!;
      // Who has waited longer than most who passed is more and more likely to have given up.
      const passing = chance * stillWaiting(waits, waited);
      const dropping = (1 - chance) * stillWaiting(dropWaits, waited);
      return { chance: passing / (passing + dropping), days: left(days, waited) };
    },
    through: (path) => path.stations.reduce((all, _, index) => all * nation.get(`${path.id} ${index}`)!.chance, 1),
  };
}

function add(sums: Map<string, { people: number; days: number }>, key: string, people: number, days: number): void {
  const sum = sums.get(key) ?? { people: 0, days: 0 };
  sums.set(key, { people: sum.people + people, days: sum.days + days });
}

function ratesOfNation(paths: readonly Path[], learned: ForecastFacts['learned']): Map<string, Rate> {
  const byStep = new Map<string, number[]>();
  for (const { step, days, people } of learned.waits) count(byStep, step, days, people);
  const drops = new Map<string, number[]>();
  for (const { path, stations, days, people } of learned.dropped) count(drops, `${path} ${stations}`, days, people);
  const everywhere = [...byStep.values()].reduce<number[]>((sum, waits) => plus(sum, waits), []);
  return new Map(
    paths.flatMap((path) =>
      path.stations.map((station, index): [string, Rate] => {
        const key = `${path.id} ${index}`;
        const own = station.steps.reduce<number[]>((sum, step) => plus(sum, byStep.get(step) ?? []), []);
        const waits = own.length > 0 ? own : everywhere;
        const dropWaits = drops.get(key) ?? [];
        const [cleared, dropped] = [sumOf(own), sumOf(dropWaits)];
        // Half a person who gives up is spread over the whole way, so that nothing is certain.
        const doubt = 0.5 / path.stations.length;
        const chance = (cleared + 1 - doubt) / (cleared + dropped + 1);
        return [key, { chance, days: shares(waits), waits, dropWaits }];
      }),
    ),
  );
}

function count(sums: Map<string, number[]>, key: string, days: number, people: number): void {
  const list = sums.get(key) ?? [];
  sums.set(key, list);
  const day = Math.max(0, days);
  while (list.length <= day) list.push(0);
  list[day]! += people;
}

const plus = (a: readonly number[], b: readonly number[]) =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0));
const sumOf = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);

function shares(waits: readonly number[]): Days {
  const sum = sumOf(waits);
  return sum === 0 ? [1] : waits.map((each) => each / sum);
}

/** The mean number of days. */
function meanOf(days: Days): number {
  return days.reduce((sum, share, day) => sum + share * day, 0);
}

/** The same days, each as many times as long; what falls between two days is shared by them. */
function stretched(days: Days, factor: number): Days {
  const out = Array.from({ length: Math.floor((days.length - 1) * factor) + 2 }, () => 0);
  days.forEach((share, day) => {
    const [to, part] = [Math.floor(day * factor), (day * factor) % 1];
    out[to]! += share * (1 - part);
    out[to + 1]! += share * part;
  });
  return out;
}

/** The share that still waited after so many days; half a person keeps it above 0. */
function stillWaiting(waits: readonly number[], waited: number): number {
  const longer = sumOf(waits.slice(waited + 1));
  return (longer + 0.5) / (sumOf(waits) + 1);
}

/** The days left for somebody who has waited; where nobody took that long, they begin anew. */
function left(days: Days, waited: number): Days {
  const rest = days.slice(waited);
  const sum = sumOf(rest);
  return sum > 1e-9 ? rest.map((share) => share / sum) : days;
}
