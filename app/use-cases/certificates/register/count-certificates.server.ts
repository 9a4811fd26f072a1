import type { World } from '#app/platform/world.server.ts';
import { leaderFor } from '#app/use-cases/leader-for.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { type CertificateCounts, countCertificates as count } from '#db/queries/certificate-register.ts';

/**
 * How many certificates were ever issued, how many are valid today, and how many of those staff a place: pages that show
 * different numbers explain the difference with these.
 */
export async function countCertificates(world: World, viewer: Viewer): Promise<CertificateCounts | undefined> {
  if (!may(viewer, 'see-certificates')) return undefined;
  const day = dayOf(world.now());
  const courses = staffingCourses(
    versionOn(world.policy, day),
    world.catalogue.editions.map(({ course }) => course),
  );
  return count(world.db, {
    day,
    until: endOfDay(day),
    courses,
    ledBy: leaderFor(viewer, 'see-certificates'),
  });
}
