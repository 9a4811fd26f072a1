import { newestOf } from '#app/platform/catalogue.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { findRenewal } from '#app/use-cases/certificates/issuing/find-renewal.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Renewal } from '#curriculum/certification/renewal.ts';
import { learnedIn } from '#curriculum/certification/what-is-learned.ts';
import { neededSteps } from '#curriculum/flow/course.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { listCourseDays } from '#db/queries/course-day.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { listLeadersOfHolds, listOpenHolds } from '#db/queries/hold.ts';

export type OpenHold = {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  taken: number;
  /** The coming course days. */
  days: { id: string; heldOn: string; startsAt: string; place: string }[];
  /** The names of those who lead it, as part of their work. */
  leaders: string[];
};
export type CourseEntry = {
  id: string;
  edition: string;
  title: { da: string; en: string };
  steps: number;
  /** How long the lessons take together. */
  minutes: number;
  /** How many course days the course has. */
  courseDays: number;
  /** For how long the certificate is valid; null if the course certifies nobody. */
  months: number | null;
  holds: OpenHold[];
  /** For a renewal course: whether the viewer may take it now, and when. */
  renewal: Renewal | null;
};

/**
 * The catalogue: the newest edition of each course and each other one that a hold is open on, with these holds, and the
 * holds the viewer is already on. What it says of others is the names of leaders, and counts.
 */
export async function listCourses(
  world: World,
  viewer: Viewer | null,
): Promise<{ courses: CourseEntry[]; own: { course: string; holdId: string; state: EnrolmentState }[] }> {
  const today = dayOf(world.now());
  const holds = await listOpenHolds(world.db, today);
  const ids = holds.map(({ id }) => id);
  const days = (await listCourseDays(world.db, ...ids)).filter(({ held_on }) => held_on >= today);
  const leaders = await listLeadersOfHolds(world.db, ids);
  const enrolments = viewer ? await listEnrolmentsOf(world.db, viewer.personId) : [];
  const courses = await Promise.all(
    world.catalogue.editions
      .filter(
        ({ course }) =>
          newestOf(world.catalogue, course.id)?.course === course ||
          holds.some((hold) => hold.course === course.id && hold.edition === course.edition),
      )
      .map(
        async ({ course }): Promise<CourseEntry> => ({
          renewal: (viewer && (await findRenewal(world, world.db, viewer.personId, course))) ?? null,
          id: course.id,
          edition: course.edition,
          title: course.title,
          steps: neededSteps(course.flow),
          minutes: learnedIn(course).minutes,
          courseDays: course.steps.filter(({ kind }) => kind === 'day').length,
          months: course.validity?.months ?? null,
          holds: holds
            .filter((hold) => hold.course === course.id && hold.edition === course.edition)
            .map(({ id, name, starts_on, ends_on, seats, taken }) => ({
              id,
              name,
              startsOn: starts_on,
              endsOn: ends_on,
              seats,
              taken: Number(taken),
              days: days
                .filter(({ hold_id }) => hold_id === id)
                .map((day) => ({ id: day.id, heldOn: day.held_on, startsAt: day.starts_at, place: day.place })),
              leaders: leaders.filter(({ holdId }) => holdId === id).map(({ name }) => name),
            })),
        }),
      ),
  );
  // Renewal courses come first for those who may renew now, and last for everybody else.
  const rank = ({ renewal }: CourseEntry) => (renewal === null ? 1 : renewal.can ? 0 : 2);
  courses.sort((a, b) => rank(a) - rank(b));
  const own = enrolments
    .filter(({ state }) => !isOver(state))
    .map(({ course, hold_id, state }) => ({ course, holdId: hold_id, state }));
  return { courses, own };
}
