import type { World } from '#app/platform/world.server.ts';
import { hasRole } from '#app/use-cases/has-role.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listCourseDays } from '#db/queries/course-day.ts';
import { listHolds } from '#db/queries/hold.ts';
import { type Adviser, advisersOf } from './advisers-of.server.ts';

type Listed = Pick<Adviser, 'enrolmentId' | 'name' | 'library' | 'email' | 'attention' | 'waiting'> & {
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
  /** People who need help, the longest wait first. */
  stuck: Listed[];
  /** People who wait for an answer to what they handed in, the longest wait first. */
  waiting: Listed[];
};

/** The unfinished holds a leader leads, with the people who are stuck and those who wait for an answer. */
export async function listRunningHolds(world: World, viewer: Viewer): Promise<RunningHold[]> {
  if (!may(viewer, 'see-holds')) return [];
  const today = dayOf(world.now());
  const leaderId = hasRole(viewer, 'administrator') ? undefined : viewer.personId;
  const running = await listHolds(world.db, { leaderId, endsFrom: today });
  const ids = running.map(({ id }) => id);
  const advisers = await advisersOf(world, ids);
  const days = await listCourseDays(world.db, ...ids);
  return running.map(({ id, name, course, edition, starts_on: startsOn, taken, seats }) => {
    const titles = new Map(world.catalogue.find(course, edition)?.course.steps.map((step) => [step.id, step.title]));
    const listed = advisers.get(id)!.map(
      ({ at, ...adviser }): Listed => ({
        enrolmentId: adviser.enrolmentId,
        name: adviser.name,
        library: adviser.library,
        email: adviser.email,
        attention: adviser.attention,
        waiting: adviser.waiting,
        step: (at && titles.get(at)) || null,
      }),
    );
    return {
      id,
      name,
      startsOn,
      begun: startsOn <= today,
      taken: Number(taken),
      seats,
      nextDay: days.find((day) => day.hold_id === id && day.held_on >= today)?.held_on ?? null,
      stuck: listed.filter(({ attention }) => attention).sort((a, b) => b.attention!.days - a.attention!.days),
      waiting: listed.filter(({ waiting }) => waiting !== null).sort((a, b) => b.waiting! - a.waiting!),
    };
  });
}
