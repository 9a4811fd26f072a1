import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { neededSteps } from '#curriculum/flow/course.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { listOpenHolds } from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';
import type { Viewer } from '../viewer.ts';

export type OpenHold = { id: string; name: string; startsOn: string; endsOn: string; seats: number; taken: number };
export type CourseEntry = {
  id: string;
  edition: string;
  title: { da: string; en: string };
  steps: number;
  months: number;
  holds: OpenHold[];
};

/** The catalogue: every course edition with the holds that can be joined, and the holds the viewer is already on. */
export async function listCourses(
  world: World,
  viewer: Viewer,
): Promise<{ courses: CourseEntry[]; own: { course: string; holdId: string; state: string }[] }> {
  const holds = await listOpenHolds(world.db, dayOf(world.now()));
  const enrolments = await listEnrolmentsOf(world.db, viewer.personId);
  const courses = world.catalogue.editions.map(
    ({ course }): CourseEntry => ({
      id: course.id,
      edition: course.edition,
      title: course.title,
      steps: neededSteps(course.flow),
      months: course.validity.months,
      holds: holds
        .filter((hold) => hold.course === course.id && hold.edition === course.edition)
        .map(({ id, name, starts_on, ends_on, seats, taken }) => ({
          id,
          name,
          startsOn: starts_on,
          endsOn: ends_on,
          seats,
          taken: Number(taken),
        })),
    }),
  );
  const own = enrolments
    .filter(({ state }) => !isOver(state))
    .map(({ course, hold_id, state }) => ({ course, holdId: hold_id, state }));
  return { courses, own };
}
