import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { findHold, listCourseDays, listLeaderNames, listParticipants } from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';
import { danish } from '../../words/format.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

type Words = { da: string; en: string };
export type Participant = {
  enrolmentId: string;
  name: string;
  library: string | null;
  state: string;
  statuses: Record<string, StepStatus>;
  daysQuiet: number;
  stuck: boolean;
};
export type HoldView = {
  id: string;
  name: string;
  course: Words;
  edition: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  leaders: string[];
  steps: { id: string; kind: 'lesson' | 'quiz' | 'practical' | 'day'; title: Words }[];
  days: { id: string; step: string; heldOn: string; startsAt: string; place: string }[];
  participants: Participant[];
};

/** Nobody hears from an adviser for this long without somebody asking how it goes. */
const quietDays = 14;

/** One hold: who is where, who is stuck, and the course days. */
export async function seeHold(world: World, viewer: Viewer, holdId: string): Promise<HoldView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  if (!course) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const today = dayOf(world.now());
  const { people, steps } = await listParticipants(world.db, holdId, today);
  const statuses = new Map<string, Record<string, StepStatus>>();
  for (const { enrolment_id, step, status } of steps)
    statuses.set(enrolment_id, { ...statuses.get(enrolment_id), [step]: status as StepStatus });
  const participants = people.map((person): Participant => {
    const daysQuiet = daysBetween(dayOf(person.last_at), today);
    const mine = statuses.get(person.id) ?? {};
    const waits = Object.values(mine).includes('waiting');
    const stuck =
      person.state === 'failed' || (['enrolled', 'active'].includes(person.state) && !waits && daysQuiet >= quietDays);
    return {
      enrolmentId: person.id,
      name: person.name,
      library: person.library,
      state: person.state,
      statuses: mine,
      daysQuiet,
      stuck,
    };
  });
  const days = (await listCourseDays(world.db, holdId)).map(({ id, step, held_on, starts_at, place }) => ({
    id,
    step,
    heldOn: held_on,
    startsAt: starts_at,
    place,
  }));
  return {
    id: hold.id,
    name: hold.name,
    course: course.title,
    edition: course.edition,
    startsOn: hold.starts_on,
    endsOn: hold.ends_on,
    seats: hold.seats,
    leaders: (await listLeaderNames(world.db, holdId)).sort(danish.compare),
    steps: course.steps.map(({ id, kind, title }) => ({ id, kind, title })),
    days,
    participants: participants.sort((a, b) => danish.compare(a.name, b.name)),
  };
}
