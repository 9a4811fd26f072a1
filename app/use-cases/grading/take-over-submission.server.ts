import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { mayGradeNext } from '#curriculum/grading/double-grading.ts';
import { takeOverFrom } from '#curriculum/grading/take-over-from.ts';
import { findStepSince } from '#db/queries/enrolment.ts';
import type { GradingRefused } from './claim-submission.server.ts';
import { lockForGrading } from './lock-for-grading.server.ts';
import { takeWork } from './take-work.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'reason-missing' } | GradingRefused;

/**
 * Takes over work that has waited too long with another leader, with a reason; the other leader is told. It is refused
 * before that time has passed, and for a leader with a conflict of interest.
 */
export function takeOverSubmission(
  world: World,
  viewer: Viewer,
  input: { submissionId: string; reason: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'grade')) return { ok: false, reason: 'forbidden' };
    const found = await lockForGrading(world, trx, viewer.personId, input.submissionId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { submission, record, conflict, stored } = found;
    const { id, step, state, claimed_by: first } = submission;
    if (conflict !== 'none') return { ok: false, reason: 'conflict', because: conflict };
    if (state !== 'in-review' || !first) return { ok: false, reason: 'not-now', state, expected: [] };
    if (first === viewer.personId) return { ok: true };
    if (!mayGradeNext(stored, viewer.personId)) return { ok: false, reason: 'second-is-another' };
    const at = world.now();
    const until = takeOverFrom((await findStepSince(trx, record.enrolment.id, step))!);
    if (at < until) return { ok: false, reason: 'too-early', until };
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    const released = await recordFact(world, trx, record, { at, type: 'released', step, reason }, viewer.personId);
    if (!released.ok) return released;
    const claimed = await takeWork(world, trx, viewer.personId, { ...found, record: released.record });
    if (!claimed.ok) return claimed;
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'submission-taken-over',
      subject: id,
      detail: first,
    });
    await writeLetter(world, trx, {
      personId: first,
      key: `taken-over:${id}:${claimed.record.enrolment.seq}`,
      template: 'taken-over',
      words: (language) => ({
        by: viewer.name,
        step: record.edition.course.steps.find((each) => each.id === step)?.title[language] ?? step,
        reason,
        url: `${world.publicUrl}/grading`,
      }),
    });
    return { ok: true };
  });
}
