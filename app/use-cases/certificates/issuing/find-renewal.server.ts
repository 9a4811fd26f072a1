import type { World } from '#app/platform/world.server.ts';
import { listStandings } from '#app/use-cases/certificates/register/list-standings.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { certificationOf, type Renewal, renewalOf } from '#curriculum/certification/renewal.ts';
import type { Course } from '#curriculum/flow/course.ts';
import type { Db } from '#db/schema.ts';

/**
 * Whether this person may take this renewal course today. Undefined for a course that renews nothing, which anybody may
 * take.
 */
export async function findRenewal(
  world: World,
  db: Db,
  personId: string,
  course: Course,
): Promise<Renewal | undefined> {
  if (!course.renews) return undefined;
  const day = dayOf(world.now());
  const held = await listStandings(world, db, { personId, certification: certificationOf(course), day });
  const editions = world.catalogue.editions.map((each) => each.course);
  return renewalOf(course, held, editions, day);
}
