import { hasMadeChoice } from '#curriculum/flow/combinators.ts';
import type { FlowNode } from '#curriculum/flow/course.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import type { Note, NotedAdviser } from './attendance-on.ts';
import { correctionRefusal } from './correction-refusal.ts';
import { isLatestNote } from './is-latest-note.ts';

/** What was noted about somebody on a course day, newest first. Every entry but the first was corrected later. */
export type AttendanceNotes = {
  enrolmentId: string;
  name: string;
  notes: { id: string; outcome: Attendance; at: string; by: string; reason: string | null }[];
  /** False until the steps before the day are done. */
  counts: boolean;
  correct: 'yes' | 'noted-since' | 'certificate-issued' | 'proof-given' | 'choice-made' | 'not-active';
};
type About = {
  /** The advisers who have a proof of attendance. */
  proven: ReadonlySet<string>;
  flow: FlowNode;
};

/** The notes about one adviser, whether they count, and whether they can be corrected. */
export function attendanceNotes(noted: NotedAdviser, about: About): AttendanceNotes {
  const { adviser, here, ofStep } = noted;
  const [latest] = here;
  return {
    enrolmentId: adviser.enrolmentId,
    name: adviser.name,
    notes: here.map(({ id, outcome, at, by, reason }) => ({ id, outcome, at, by, reason })),
    counts: latest.counted_at !== null || adviser.statuses[latest.step] === 'done',
    correct: canCorrect(latest, isLatestNote(latest, ofStep), adviser, about),
  };
}

/** Gives the same answer as an actual correction would get. */
function canCorrect(
  { outcome, step, counted_at }: Note,
  isLatest: boolean,
  { enrolmentId, state, statuses }: NotedAdviser['adviser'],
  { proven, flow }: About,
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
