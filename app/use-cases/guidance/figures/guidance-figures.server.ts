import type { World } from '#app/platform/world.server.ts';
import { addDays, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { denominatorOf, latestFigure } from '#curriculum/guidance/denominator-of.ts';
import { type Cell, hiddenInTables } from '#curriculum/guidance/hidden-cells.ts';
import { channels, distances, outcomes } from '#curriculum/guidance/note-choices.ts';
import { type Denominator, perThousand, type Rate } from '#curriculum/guidance/per-thousand.ts';
import { listCells, type Shown, type ShownGrid, shownIn } from '#curriculum/guidance/shown-counts.ts';
import { troubleOf } from '#curriculum/guidance/trouble-of.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import nationalFirms from '#db/places/firms.json';
import { countGuidance } from '#db/queries/guidance-figures.ts';
import { type GuidancePoint, listGuidancePoints } from '#db/queries/guidance-point.ts';
import { listMunicipalities, listRegionsOn } from '#db/queries/place.ts';
import { listTargetGroups } from '#db/queries/target-group.ts';

/** How many days the figures cover, the day asked for included: as many as the score of readiness looks at. */
const days = 90;

type Counted = { key: string; sessions: Shown };
export type PlaceReach = {
  key: string;
  name: string;
  sessions: Shown;
  inhabitants: Denominator;
  perInhabitants: Rate;
  firms: Denominator;
  perFirms: Rate;
};
export type MunicipalityReach = PlaceReach & { region: string; points: number; staffedPoints: number };

export type GuidanceFigures = {
  asOf: string;
  from: string;
  /** All figures as they are: they are of the viewer's own service. */
  own: boolean;
  sessions: Shown;
  outcomes: Counted[];
  /** The key '' has the sessions whose note does not say it. */
  channels: Counted[];
  distances: Counted[];
  trouble: ShownGrid;
  municipalities: MunicipalityReach[];
  regions: PlaceReach[];
  country: PlaceReach;
  points: GuidancePoint[];
};

/**
 * What the notes of guidance say of the last 90 days, without a permission check: for use cases that have made one and for
 * the command line. With some services it is their own, and nothing is hidden from them; with `knownOn` it is what was
 * known at the end of that day.
 */
export async function guidanceFigures(
  world: World,
  asOf: string,
  services: readonly string[] | 'all' = 'all',
  knownOn?: string,
): Promise<GuidanceFigures> {
  const from = addDays(asOf, 1 - days);
  const known = knownOn && endOfDay(knownOn);
  const asked = { from, until: asOf, services, known };
  const own = services !== 'all';
  const courses = staffingCourses(
    versionOn(world.policy, asOf),
    world.catalogue.editions.map(({ course }) => course),
  );
  const [byOutcome, byChannel, byDistance, byTrouble, byPlace, everywhere, regionOf, allPoints, figures] =
    await Promise.all([
      countGuidance(world.db, asked, ['outcome']),
      countGuidance(world.db, asked, ['channel']),
      countGuidance(world.db, asked, ['distance']),
      countGuidance(world.db, asked, ['topic', 'blocked']),
      countGuidance(world.db, asked, ['municipality']),
      listMunicipalities(world.db, { day: asOf, known }),
      listRegionsOn(world.db, asOf),
      listGuidancePoints(world.db, { day: asOf, until: endOfDay(asOf), courses, known }),
      listTargetGroups(world.db, known),
    ]);
  const ours = <Of extends { serviceId: string }>(rows: readonly Of[]) =>
    rows.filter(({ serviceId }) => services === 'all' || services.includes(serviceId));
  const places = ours(everywhere).map((place) => ({ ...place, region: regionOf.get(place.code) ?? '' }));
  const points = ours(allPoints);

  const counts = {
    outcome: countsOf(outcomes, byOutcome, 'outcome'),
    channel: countsOf([...channels, ''], byChannel, 'channel'),
    distance: countsOf([...distances, ''], byDistance, 'distance'),
    place: countsOf(
      places.map(({ code }) => code),
      byPlace,
      'municipality',
    ),
  };
  const regions = [...new Set(places.map(({ region }) => region))].sort();
  const inRegion = (region: string) => places.filter((place) => place.region === region);
  const sessionsIn = (codes: readonly { code: string }[]) =>
    codes.reduce((sum, { code }) => sum + (counts.place.get(code) ?? 0), 0);
  // A service may have a library in a municipality that another serves, so its places need not add up to this.
  const all = [...counts.outcome.values()].reduce((sum, count) => sum + count, 0);
  const cells: Cell[] = [
    ...places.map(({ code, region }) => ({
      key: `place ${code}`,
      count: counts.place.get(code) ?? 0,
      partOf: [`region ${region}`],
    })),
    ...regions.map((region) => ({
      key: `region ${region}`,
      count: sessionsIn(inRegion(region)),
      partOf: ['regions'],
      totalOf: [`region ${region}`],
    })),
    { key: total, count: all, partOf: [], totalOf: ['regions'] },
  ];
  const lists = [
    listCells('outcome', counts.outcome, total),
    listCells('channel', counts.channel, total),
    listCells('distance', counts.distance, total),
  ];
  const show = shownIn(own ? new Set() : hiddenInTables([...lists, cells], total));
  const counted = (name: keyof typeof counts) =>
    [...counts[name]].map(([key, count]) => ({ key, sessions: show(`${name} ${key}`, count) }));
  const sessions = show(total, all);
  const of = (some: readonly Populated[]) => heldAgainst(figures, some, asOf);
  return {
    asOf,
    from,
    own,
    sessions,
    outcomes: counted('outcome'),
    channels: counted('channel'),
    distances: counted('distance'),
    trouble: troubleOf(byTrouble, world.topics, own),
    municipalities: places.map((place) => ({
      ...reachOf(place.code, place.name, show(`place ${place.code}`, counts.place.get(place.code) ?? 0), of([place])),
      region: place.region,
      points: points.filter(({ code }) => code === place.code).length,
      staffedPoints: points.filter(({ code, staffed }) => code === place.code && staffed).length,
    })),
    regions: regions.map((region) =>
      reachOf(region, region, show(`region ${region}`, sessionsIn(inRegion(region))), of(inRegion(region))),
    ),
    country: reachOf('', '', sessions, inTheCountry(of(places), own)),
    points,
  };
}

const total = 'all';
const inhabitantsSource = 'Danmarks Statistik, FOLK1A';
type Populated = { code: string; population: number; populationDate: string };
type Against = { inhabitants: Denominator; firms: Denominator };
type Figures = Awaited<ReturnType<typeof listTargetGroups>>;

/** What the sessions of some municipalities are held against: the latest imported figures, else the population we carry. */
function heldAgainst(figures: Figures, places: readonly Populated[], day: string): Against {
  const inhabitants = figures.map(({ inhabitants: value, ...each }) => ({ ...each, value }));
  const firms = figures.map(({ firms: value, ...each }) => ({ ...each, value }));
  return {
    inhabitants: denominatorOf(
      places.map(({ code, population, populationDate }) => {
        const imported = latestFigure(inhabitants, code, day);
        return imported && imported.period >= populationDate
          ? imported
          : { value: population, period: populationDate, source: inhabitantsSource };
      }),
    ),
    firms: denominatorOf(places.map(({ code }) => latestFigure(firms, code, day))),
  };
}

/** Firms of every municipality were not to be had when this was written; the country's number was. */
function inTheCountry({ inhabitants, firms }: Against, own: boolean): Against {
  if (own || firms.value !== null) return { inhabitants, firms };
  const { firms: value, source, year } = nationalFirms.country;
  return { inhabitants, firms: { value, source, year } };
}

function countsOf<Key extends string>(
  keys: readonly string[],
  rows: readonly (Record<Key, string> & { count: number })[],
  column: Key,
): Map<string, number> {
  const found = new Map(keys.map((key) => [key, 0]));
  for (const row of rows) found.set(row[column], (found.get(row[column]) ?? 0) + row.count);
  return found;
}

function reachOf(key: string, name: string, sessions: Shown, { inhabitants, firms }: Against): PlaceReach {
  return {
    ...{ key, name, sessions, inhabitants, firms },
    perInhabitants: perThousand(sessions, inhabitants),
    perFirms: perThousand(sessions, firms),
  };
}
