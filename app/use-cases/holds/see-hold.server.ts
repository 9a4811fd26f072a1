import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { hasMadeChoice } from '#curriculum/flow/combinators.ts';
import type { FlowNode } from '#curriculum/flow/course.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import { listProvenEnrolments } from '#db/queries/attendance-proof.ts';
import { listAllCourseDays, listAttendance } from '#db/queries/course-day.ts';
import { countSeatsTaken, findHold, listLeaderNames } from '#db/queries/hold.ts';
import { type Adviser, advisersOf } from './advisers-of.server.ts';
import { correctionRefusal } from './attendance/correction-refusal.ts';
import { isLatestNote } from './attendance/is-latest-note.ts';

type Words = { da: string; en: string };
/** What was noted about somebody on a course day, newest first. Every entry but the first was corrected later. */
export type AttendanceNotes = {
  enrolmentId: string;
  name: string;
  notes: { id: string; outcome: Attendance; at: string; by: string; reason: string | null }[];
  /** False until the steps before the day are done. */
  counts: boolean;
  correct: 'yes' | 'noted-since' | 'certificate-issued' | 'proof-given' | 'choice-made' | 'not-active';
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
  /** `held` is true once the day has come, because nobody can have attended before. */
  days: {
    id: string;
    step: string;
    heldOn: string;
    startsAt: string;
    place: string;
    held: boolean;
    /** Why the day is cancelled; null if it is not. */
    cancelled: string | null;
    noted: AttendanceNotes[];
  }[];
  advisers: Adviser[];
};

/** One hold: how far everybody is, who is stuck, and the course days. */
export async function seeHold(world: World, viewer: Viewer, holdId: string): Promise<HoldView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  if (!course) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const today = dayOf(world.now());
  const advisers = (await advisersOf(world, [holdId])).get(holdId)!;
  const noted = {
    attendance: await listAttendance(world.db, { holdId }),
    proven: new Set(await listProvenEnrolments(world.db, holdId)),
    flow: course.flow,
  };
  const days = (await listAllCourseDays(world.db, holdId)).map(({ id, step, held_on, starts_at, place, ...day }) => ({
    id,
    step,
    heldOn: held_on,
    startsAt: starts_at,
    place,
    held: held_on <= today && day.cancelled_at === null,
    cancelled: day.cancelled_because,
    noted: notedOn({ id, step }, noted, advisers),
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
    advisers,
  };
}

type Notes = {
  attendance: Awaited<ReturnType<typeof listAttendance>>;
  /** The advisers who have a proof of attendance. */
  proven: ReadonlySet<string>;
  flow: FlowNode;
};

function notedOn(
  day: { id: string; step: string },
  { attendance, proven, flow }: Notes,
  advisers: readonly Adviser[],
): AttendanceNotes[] {
  return advisers.flatMap((adviser): AttendanceNotes[] => {
    const { enrolmentId, name } = adviser;
    const mine = attendance.filter((note) => note.enrolment_id === enrolmentId && note.step === day.step);
    const here = mine.filter((note) => note.course_day_id === day.id);
    const [latest] = here;
    if (!latest) return [];
    return [
      {
        enrolmentId,
        name,
        notes: here.map(({ id, outcome, at, by, reason }) => ({ id, outcome, at, by, reason })),
        counts: latest.counted_at !== null || adviser.statuses[day.step] === 'done',
        correct: canCorrect(latest, isLatestNote(latest, mine), adviser, { proven, flow }),
      },
    ];
  });
}

/** Gives the same answer as an actual correction would get. */
function canCorrect(
  { outcome, step, counted_at }: Notes['attendance'][number],
  isLatest: boolean,
  { enrolmentId, state, statuses }: Adviser,
  { proven, flow }: Pick<Notes, 'proven' | 'flow'>,
): AttendanceNotes['correct'] {
  const refusal = correctionRefusal({ isLatest, outcome, state, proofGiven: proven.has(enrolmentId) });
  if (refusal) return refusal;
  // A note that does not count yet changes nothing in the course, so nothing there can keep it from being corrected.
  if (counted_at === null) return 'yes';
  if (state !== 'active') return 'not-active';
  const done = Object.keys(statuses).filter((id) => statuses[id] === 'done');
  const outcomes = Object.fromEntries(done.map((id) => [id, 'done' as const]));
  return outcome === 'attended' && hasMadeChoice(flow, outcomes, step) ? 'choice-made' : 'yes';
}
