import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listCourseDays } from '#db/queries/course-day.ts';
import { type Adviser, advisersOf } from './advisers-of.server.ts';
import { listOwnHolds } from './list-own-holds.server.ts';

type Stuck = Pick<Adviser, 'enrolmentId' | 'name' | 'library' | 'email' | 'attention'> & {
  step: { da: string; en: string } | null;
};
export type RunningHold = {
  id: string;
  name: string;
  startsOn: string;
  begun: boolean;
  taken: number;
  seats: number;
  /** The next course day, which may be today. */
  nextDay: string | null;
  /** People on whom somebody should act, the longest wait first. */
  stuck: Stuck[];
};

/** The unfinished holds a leader leads, with the people who are stuck. */
export async function listRunningHolds(world: World, viewer: Viewer): Promise<RunningHold[]> {
  if (!may(viewer, 'see-holds')) return [];
  const today = dayOf(world.now());
  const running = (await listOwnHolds(world, viewer)).filter(({ endsOn }) => endsOn >= today);
  const ids = running.map(({ id }) => id);
  const advisers = await advisersOf(world, ids);
  const days = await listCourseDays(world.db, ...ids);
  return running.map(({ id, name, course, edition, startsOn, taken, seats }) => {
    const titles = new Map(world.catalogue.find(course, edition)?.course.steps.map((step) => [step.id, step.title]));
    return {
      id,
      name,
      startsOn,
      begun: startsOn <= today,
      taken,
      seats,
      nextDay: days.find((day) => day.hold_id === id && day.held_on >= today)?.held_on ?? null,
      stuck: advisers
        .get(id)!
        .filter(({ attention }) => attention)
        .sort((a, b) => b.attention!.days - a.attention!.days)
        .map(({ enrolmentId, name: person, library, email, attention, at }) => ({
          enrolmentId,
          name: person,
          library,
          email,
          attention,
          step: (at && titles.get(at)) || null,
        })),
    };
  });
}
