import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import { countSeatsTaken, findHold, listAttendance, listCourseDays, listLeaderNames } from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';
import { danish } from '../../words/format.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { type Participant, participantsOf } from './participants-of.server.ts';

type Words = { da: string; en: string };
/** What stands about somebody on a course day, newest first; all but the first were corrected. */
export type Noted = {
  enrolmentId: string;
  name: string;
  notes: { id: string; outcome: Attendance; at: string; by: string; reason: string | null }[];
  correct: 'yes' | 'noted-since' | 'certificate-issued' | 'not-active';
};
export type HoldView = {
  id: string;
  name: string;
  course: Words;
  edition: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  taken: number;
  leaders: string[];
  steps: { id: string; kind: 'lesson' | 'quiz' | 'practical' | 'day'; title: Words }[];
  /** `held` once the day has come: before it nobody can have been there. */
  days: { id: string; step: string; heldOn: string; startsAt: string; place: string; held: boolean; noted: Noted[] }[];
  participants: Participant[];
};

/** One hold: who is where, who is stuck, and the course days. */
export async function seeHold(world: World, viewer: Viewer, holdId: string): Promise<HoldView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  if (!course) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const today = dayOf(world.now());
  const participants = (await participantsOf(world, [holdId])).get(holdId)!;
  const attendance = await listAttendance(world.db, { holdId });
  const days = (await listCourseDays(world.db, holdId)).map(({ id, step, held_on, starts_at, place }) => ({
    id,
    step,
    heldOn: held_on,
    startsAt: starts_at,
    place,
    held: held_on <= today,
    noted: notedOn({ id, step }, attendance, participants),
  }));
  return {
    id: hold.id,
    name: hold.name,
    course: course.title,
    edition: course.edition,
    startsOn: hold.starts_on,
    endsOn: hold.ends_on,
    seats: hold.seats,
    taken: await countSeatsTaken(world.db, hold.id),
    leaders: (await listLeaderNames(world.db, holdId)).sort(danish.compare),
    steps: course.steps.map(({ id, kind, title }) => ({ id, kind, title })),
    days,
    participants,
  };
}

type Notes = Awaited<ReturnType<typeof listAttendance>>;

function notedOn(day: { id: string; step: string }, notes: Notes, participants: readonly Participant[]): Noted[] {
  return participants.flatMap(({ enrolmentId, name, state }): Noted[] => {
    const mine = notes.filter((note) => note.enrolment_id === enrolmentId && note.step === day.step);
    const here = mine.filter((note) => note.course_day_id === day.id);
    if (here.length === 0) return [];
    const blocked = state === 'certified' ? 'certificate-issued' : state === 'active' ? 'yes' : 'not-active';
    return [
      {
        enrolmentId,
        name,
        notes: here.map(({ id, outcome, at, by, reason }) => ({ id, outcome, at, by, reason })),
        correct: mine[0]!.id === here[0]!.id ? blocked : 'noted-since',
      },
    ];
  });
}
