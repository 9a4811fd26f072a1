import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { answerDays } from '#curriculum/grading/answer-by.ts';
import {
  countSeatsTaken,
  findHold,
  listAttendance,
  listCourseDays,
  listLeaderNames,
  listParticipants,
} from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';
import { danish } from '../../words/format.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

type Words = { da: string; en: string };
export type Participant = {
  enrolmentId: string;
  name: string;
  library: string | null;
  email: string | null;
  state: string;
  /** The step they stand at; null when they have not begun, are on leave or are through. */
  at: string | null;
  statuses: Record<string, StepStatus>;
  /** Why somebody has to do something about them now, with the days it has lasted; null when all is well. */
  attention: { why: Attention; days: number } | null;
};
export type Attention = 'failed' | 'returned' | 'waiting' | 'quiet';
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

/** Where a step stands that an enrolment has failed by, or appeals. */
const lost = new Set(['exhausted', 'lodged', 'secondReview']);
/** Nobody hears from an adviser for this long without somebody asking how it goes. */
const quietDays = 14;
/** After half the days in which a hand-in is answered it stands on top. */
const waitingDays = answerDays / 2;
/** What was sent back is corrected soon, or somebody asks. */
const returnedDays = 7;

/** One hold: who is where, who is stuck, and the course days. */
export async function seeHold(world: World, viewer: Viewer, holdId: string): Promise<HoldView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  if (!course) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const today = dayOf(world.now());
  const { people, steps } = await listParticipants(world.db, holdId, today);
  const stepsOf = new Map<string, typeof steps>();
  for (const step of steps) stepsOf.set(step.enrolment_id, [...(stepsOf.get(step.enrolment_id) ?? []), step]);
  const participants = people.map((person): Participant => {
    const mine = stepsOf.get(person.id) ?? [];
    return {
      enrolmentId: person.id,
      name: person.name,
      library: person.library,
      email: person.email,
      state: person.state,
      at: person.step ?? mine.find(({ state }) => lost.has(state))?.step ?? null,
      statuses: Object.fromEntries(mine.map(({ step, status }) => [step, status as StepStatus])),
      attention: attentionOf(person, mine, today),
    };
  });
  participants.sort((a, b) => danish.compare(a.name, b.name));
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

function attentionOf(
  { state, last_at }: { state: string; last_at: string },
  steps: readonly { status: string; since: string }[],
  today: string,
): Participant['attention'] {
  const longest = (status: string) =>
    Math.max(
      -1,
      ...steps.filter((step) => step.status === status).map(({ since }) => daysBetween(dayOf(since), today)),
    );
  const quiet = daysBetween(dayOf(last_at), today);
  if (state === 'failed') return { why: 'failed', days: quiet };
  if (state !== 'enrolled' && state !== 'active') return null;
  const waiting = longest('waiting');
  if (waiting >= waitingDays) return { why: 'waiting', days: waiting };
  const returned = longest('returned');
  if (returned >= returnedDays) return { why: 'returned', days: returned };
  return waiting < 0 && quiet >= quietDays ? { why: 'quiet', days: quiet } : null;
}
