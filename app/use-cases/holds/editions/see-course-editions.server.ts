import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { type Grouped, type MoverGroup, moverGroups } from '#curriculum/flow/editions/mover-group.ts';
import { laterEditions } from './later-editions.ts';
import { type HoldOfCourse, listHoldsOfCourse } from './list-holds-of-course.server.ts';
import { listMovers } from './list-movers.server.ts';
import { type Mover, moverWith } from './mover-with.ts';
import { standingOf } from './standing-of.server.ts';

type Words = { da: string; en: string };
export type OpenMover = Extract<Mover, { standing: 'open' }> & { hold: string };
export type CourseEditions = {
  course: { id: string; title: Words };
  /** The newest published edition; undefined where every hold is on it. */
  to: string | undefined;
  change: 'editorial' | 'material' | undefined;
  holds: (HoldOfCourse & { counts: Partial<Record<Grouped, number>> })[];
  groups: { group: MoverGroup; people: OpenMover[] }[];
  busy: { name: string; hold: string }[];
  decided: number;
  standing: string;
};

/** All holds of a course that the viewer leads, where their people stand, and what a newer edition would mean for each. */
export async function seeCourseEditions(
  world: World,
  viewer: Viewer,
  slug: string,
): Promise<CourseEditions | undefined> {
  const newest = laterEditions(world, slug, '0')[0];
  if (!newest) return undefined;
  const holds = await listHoldsOfCourse(world, world.db, viewer, slug);
  const movers = await listMovers(world, world.db, holds, newest);
  const editions = [...holds.map(({ edition }) => edition), ...movers.map(({ row }) => row.edition)];
  const oldest = editions.sort(compareEditions)[0];
  const from = oldest && world.catalogue.find(slug, oldest);
  const isBehind = from && compareEditions(from.course.edition, newest.course.edition) < 0;
  const nameOf = (id: string) => holds.find((hold) => hold.id === id)!.name;
  const groups: CourseEditions['groups'] = [];
  for (const group of moverGroups) {
    const people: OpenMover[] = [];
    for (const { row, hold, from, events } of movers.filter((mover) => mover.group === group)) {
      const mover = moverWith(row, { from, to: newest, events, now: world.now() });
      if (mover.standing === 'open') people.push({ ...mover, hold: nameOf(hold) });
    }
    // Whoever comes to a hold has not begun, so that group is asked about where it is empty too.
    if (people.length > 0 || group === 'not-begun') groups.push({ group, people });
  }
  return {
    course: { id: slug, title: newest.course.title },
    to: isBehind ? newest.course.edition : undefined,
    change: isBehind ? changeBetween(from.course, newest.course).change : undefined,
    holds: holds.map((hold) => ({ ...hold, counts: countsOf(movers.filter((mover) => mover.hold === hold.id)) })),
    groups,
    busy: movers
      .filter(({ group }) => group === 'busy')
      .map(({ row, hold }) => ({ name: row.name, hold: nameOf(hold) })),
    decided: movers.filter(({ group }) => group === 'decided').length,
    standing: standingOf(movers, newest),
  };
}

function countsOf(movers: readonly { group: Grouped }[]): Partial<Record<Grouped, number>> {
  const counts: Partial<Record<Grouped, number>> = {};
  for (const { group } of movers) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}
