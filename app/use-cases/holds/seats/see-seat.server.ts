import type { World } from '#app/platform/world.server.ts';
import { statusOfRow } from '#app/use-cases/certificates/register/status-of-row.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { listCertificatesOf, withEvents } from '#db/queries/certificate.ts';
import { type CourseEntry, listCourses, type OpenHold } from './list-courses.server.ts';

export type SeatView = {
  course: CourseEntry;
  hold: OpenHold;
  /** Where the viewer stands on this course already. */
  own: { holdId: string } | null;
  /** A certificate that stays valid whatever happens here. */
  certificate: { number: string; lastValidDay: string } | null;
};

/** What happens when the viewer asks for a seat on this hold. Looking changes nothing. */
export async function seeSeat(world: World, viewer: Viewer, holdId: string): Promise<SeatView | undefined> {
  if (!may(viewer, 'enrol', { personId: viewer.personId })) return undefined;
  const { courses, own } = await listCourses(world, viewer);
  const course = courses.find(({ holds }) => holds.some(({ id }) => id === holdId));
  const hold = course?.holds.find(({ id }) => id === holdId);
  if (!course || !hold) return undefined;
  const today = dayOf(world.now());
  const rows = await withEvents(world.db, await listCertificatesOf(world.db, viewer.personId));
  const good = rows.find((row) => {
    const status = statusOfRow(row, row.events, today);
    return status === 'valid' || status === 'renewal-open';
  });
  return {
    course,
    hold,
    own: own.find((each) => each.course === course.id) ?? null,
    certificate: good ? { number: good.number, lastValidDay: lastValidDay(good.valid_until) } : null,
  };
}
