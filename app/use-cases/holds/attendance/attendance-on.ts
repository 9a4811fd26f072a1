import { groupedBy } from '#curriculum/grouped-by.ts';
import type { listAttendance } from '#db/queries/course-day.ts';
import type { Adviser } from '../advisers-of.server.ts';

export type Note = Awaited<ReturnType<typeof listAttendance>>[number];
/** Somebody who was noted on a course day: the notes of that day, and of every session of its step, newest first. */
export type NotedAdviser = { adviser: Adviser; here: [Note, ...Note[]]; ofStep: Note[] };

const outside = new Set(['withdrawn', 'lapsed']);

/**
 * Who on a hold was noted on a course day. Once the day has come: whose note is awaited, because the day is their step,
 * and of whom else a note may be made. Nobody has attended before the day.
 */
export function attendanceOn(
  day: { id: string; step: string; held: boolean },
  attendance: readonly Note[],
  advisers: readonly Adviser[],
): { awaited: Adviser[]; others: Adviser[]; noted: NotedAdviser[] } {
  const awaited: Adviser[] = [];
  const others: Adviser[] = [];
  const noted: NotedAdviser[] = [];
  const notesOf = groupedBy(attendance, ({ enrolment_id }) => enrolment_id);
  for (const adviser of advisers) {
    const { enrolmentId, seat, state, statuses } = adviser;
    const ofStep = (notesOf.get(enrolmentId) ?? []).filter(({ step }) => step === day.step);
    const [latest, ...earlier] = ofStep.filter((note) => note.course_day_id === day.id);
    if (latest) noted.push({ adviser, here: [latest, ...earlier], ofStep });
    else if (day.held && seat === 'given' && !outside.has(state)) {
      const isNow = state === 'active' && ['open', 'now'].includes(statuses[day.step] ?? '');
      (isNow ? awaited : others).push(adviser);
    }
  }
  return { awaited, others, noted };
}
