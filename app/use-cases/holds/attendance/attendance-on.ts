import { hasMadeChoice } from '#curriculum/flow/combinators.ts';
import type { FlowNode } from '#curriculum/flow/course.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import { groupedBy } from '#curriculum/grouped-by.ts';
import type { listAttendance } from '#db/queries/course-day.ts';
import type { Adviser } from '../advisers-of.server.ts';
import { correctionRefusal } from './correction-refusal.ts';
import { isLatestNote } from './is-latest-note.ts';

type Note = Awaited<ReturnType<typeof listAttendance>>[number];
/** What was noted about somebody on a course day, newest first. Every entry but the first was corrected later. */
export type AttendanceNotes = {
  enrolmentId: string;
  name: string;
  notes: { id: string; outcome: Attendance; at: string; by: string; reason: string | null }[];
  /** False until the steps before the day are done. */
  counts: boolean;
  correct: 'yes' | 'noted-since' | 'certificate-issued' | 'proof-given' | 'choice-made' | 'not-active';
};
type Noted = {
  attendance: readonly Note[];
  /** The advisers who have a proof of attendance. */
  proven: ReadonlySet<string>;
  flow: FlowNode;
};

const outside = new Set(['withdrawn', 'lapsed']);

/**
 * Who on a hold was noted on a course day. Once the day has come: whose note is awaited, because the day is their step,
 * and of whom else a note may be made. Nobody has attended before the day.
 */
export function attendanceOn(
  day: { id: string; step: string; held: boolean },
  { attendance, proven, flow }: Noted,
  advisers: readonly Adviser[],
): { awaited: Adviser[]; others: Adviser[]; noted: AttendanceNotes[] } {
  const awaited: Adviser[] = [];
  const others: Adviser[] = [];
  const noted: AttendanceNotes[] = [];
  const notesOf = groupedBy(attendance, ({ enrolment_id }) => enrolment_id);
  for (const adviser of advisers) {
    const { enrolmentId, name, seat, state, statuses } = adviser;
    const mine = (notesOf.get(enrolmentId) ?? []).filter(({ step }) => step === day.step);
    const here = mine.filter((note) => note.course_day_id === day.id);
    const [latest] = here;
    if (latest)
      noted.push({
        enrolmentId,
        name,
        notes: here.map(({ id, outcome, at, by, reason }) => ({ id, outcome, at, by, reason })),
        counts: latest.counted_at !== null || statuses[day.step] === 'done',
        correct: canCorrect(latest, isLatestNote(latest, mine), adviser, { proven, flow }),
      });
    else if (day.held && seat === 'given' && !outside.has(state)) {
      const isNow = state === 'active' && ['open', 'now'].includes(statuses[day.step] ?? '');
      (isNow ? awaited : others).push(adviser);
    }
  }
  return { awaited, others, noted };
}

/** Gives the same answer as an actual correction would get. */
function canCorrect(
  { outcome, step, counted_at }: Note,
  isLatest: boolean,
  { enrolmentId, state, statuses }: Adviser,
  { proven, flow }: Pick<Noted, 'proven' | 'flow'>,
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
