import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { recordDecision } from '#app/use-cases/holds/advisers/record-decision.server.ts';
import { withAdviser } from '#app/use-cases/holds/advisers/with-adviser.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { findAttendanceProof } from '#db/queries/attendance-proof.ts';
import {
  appendAttendance,
  countAttendance,
  findAttendance,
  findCourseDay,
  listAttendance,
} from '#db/queries/course-day.ts';
import { correctionRefusal } from './correction-refusal.ts';
import { isLatestNote } from './is-latest-note.ts';

type Outcome =
  | { ok: true; enrolmentId: string }
  | { ok: false; reason: 'not-found' | 'reason-missing' | 'noted-since' | 'certificate-issued' | 'proof-given' }
  | ({ ok: false } & Refusal);

/**
 * Corrects attendance by adding a new note with the right outcome and the reason. A note that does not count in the
 * course yet changes nothing there. Only the latest note about an adviser can be corrected, and not after the
 * certificate that depends on it was issued; then the agency must revoke. Nor can presence be corrected after a proof of
 * attendance was given.
 */
export async function correctAttendance(
  world: World,
  viewer: Viewer,
  input: { holdId: string; attendanceId: string; outcome: Attendance; reason: string },
): Promise<Outcome> {
  const wrong = await findAttendance(world.db, input.attendanceId);
  if (!wrong) return { ok: false, reason: 'not-found' };
  const outcome = await withAdviser(world, viewer, wrong.enrolment_id, async (trx, { record, hold }) => {
    const day = await findCourseDay(trx, wrong.course_day_id);
    if (hold.id !== input.holdId || day?.hold_id !== hold.id) return { ok: false, reason: 'not-found' } as const;
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' } as const;
    const notes = await listAttendance(trx, { holdId: hold.id, enrolmentId: wrong.enrolment_id });
    const ofStep = notes.filter(({ step }) => step === day.step);
    const note = ofStep.find(({ id }) => id === wrong.id)!;
    const counts = note.counted_at !== null;
    const refusal = correctionRefusal({
      isLatest: isLatestNote(note, ofStep),
      outcome: wrong.outcome,
      state: record.enrolment.state,
      proofGiven: (await findAttendanceProof(trx, { enrolmentId: wrong.enrolment_id })) !== undefined,
    });
    if (refusal) return { ok: false, reason: refusal } as const;
    if (wrong.outcome === input.outcome) return { ok: false, reason: 'not-noted' } as const;
    const at = world.now();
    if (counts) {
      const fact = {
        at,
        type: 'attendance-corrected',
        step: day.step,
        was: wrong.outcome,
        now: input.outcome,
      } as const;
      const recorded = await recordDecision(world, trx, viewer, record, { ...fact, reason });
      if (!recorded.ok) return recorded;
    } else {
      const { personId: actor } = viewer;
      await writeAudit(world, trx, { actor, action: 'attendance-corrected', subject: record.enrolment.id });
    }
    const id = world.newId();
    await appendAttendance(trx, {
      id,
      course_day_id: day.id,
      enrolment_id: wrong.enrolment_id,
      outcome: input.outcome,
      by_person: viewer.personId,
      at,
      recorded_at: at,
      corrects: wrong.id,
      reason,
    });
    if (counts) await countAttendance(trx, id, at);
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `attendance-corrected:${id}`,
      template: `attendance-corrected.${input.outcome}`,
      words: (language) => ({
        step: record.edition.course.steps.find((step) => step.id === day.step)!.title[language],
        reason,
      }),
    });
    return { ok: true, enrolmentId: wrong.enrolment_id } as const;
  });
  if (outcome.ok) await issueWhenAssessed(world, outcome.enrolmentId);
  return outcome;
}
