import type { World } from '#app/platform/world.server.ts';
import { addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type DateAhead, datesAhead } from '#curriculum/obligations/dates-ahead.ts';
import type { Audience } from '#curriculum/obligations/parse-obligations.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { countCertified, countTrained } from '#db/queries/area-steps.ts';
import { listMunicipalities } from '#db/queries/place.ts';

/** How many months the calendar looks ahead. */
const monthsAhead = 6;

type Words = Record<'da' | 'en', string>;
type Untrained = { code: string; name: string; certified: number };
export type AreaOn = {
  key: string;
  title: Words;
  /** The steps that teach it, in any edition; none means that somebody has to write one. */
  steps: { course: string; edition: string; step: string; title: Words }[];
  trained: number;
  /** Municipalities without anybody who is certified and has passed one of the steps. */
  untrained: Untrained[];
};
export type DateOn = DateAhead & { title: Words; audience: Audience; area: string | null };

export type ObligationsOn = {
  asOf: string;
  until: string;
  /** What comes in the next six months. */
  ahead: DateOn[];
  /** The first of them that some area of a course is about. */
  next: DateOn | undefined;
  areas: AreaOn[];
  municipalities: number;
};

/**
 * Which obligations and deadlines come in the next six months, and who is not trained for them, without a permission check:
 * for use cases that have made one and for the command line. With some services it is their municipalities alone; with `knownOn`
 * it is what was known at the end of that day.
 */
export async function obligationsOn(
  world: World,
  asOf: string,
  services: readonly string[] | 'all' = 'all',
  knownOn?: string,
): Promise<ObligationsOn> {
  const courses = world.catalogue.editions.map(({ course }) => course);
  const known = knownOn && endOfDay(knownOn);
  const asked = {
    known,
    day: asOf,
    until: endOfDay(asOf),
    courses: staffingCourses(versionOn(world.policy, asOf), courses),
  };
  const { obligations, areaSteps } = world;
  const [certified, trained, everywhere] = await Promise.all([
    countCertified(world.db, asked),
    countTrained(world.db, asked, areaSteps),
    listMunicipalities(world.db, { day: asOf, known }),
  ]);
  const places = everywhere.filter(({ serviceId }) => services === 'all' || services.includes(serviceId));
  const areas = obligations.areas.map(({ key, title }): AreaOn => {
    const can = new Set(
      trained.filter(({ area, people }) => area === key && people > 0).map(({ serviceId }) => serviceId),
    );
    return {
      key,
      title,
      steps: areaSteps
        .filter(({ area }) => area === key)
        .map(({ course, edition, step }) => ({
          course,
          edition,
          step,
          title: world.catalogue.find(course, edition)!.course.steps.find(({ id }) => id === step)!.title,
        })),
      trained: places.filter(({ serviceId }) => can.has(serviceId)).length,
      untrained: places
        .filter(({ serviceId }) => !can.has(serviceId))
        .map(({ code, name, serviceId }) => ({ code, name, certified: certified.get(serviceId) ?? 0 })),
    };
  });
  const until = addMonths(asOf, monthsAhead);
  const about = new Map([...obligations.obligations, ...obligations.deadlines].map((each) => [each.key, each]));
  const ahead = datesAhead(obligations, asOf, until).map((date): DateOn => {
    const { title, audience, area } = about.get(date.key)!;
    return { ...date, title, audience, area: area ?? null };
  });
  return {
    asOf,
    until,
    ahead,
    next: ahead.find(({ area }) => area !== null),
    areas,
    municipalities: places.length,
  };
}
