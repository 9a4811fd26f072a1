import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { type GradingIssue, parseGrading } from '#curriculum/grading/parse-grading.ts';
import { appendGrading, updateSubmission } from '#db/queries/submission.ts';
import type { GradingRefused } from './claim-submission.server.ts';
import { lockForGrading } from './lock-for-grading.server.ts';

type Input = { submissionId: string; decision: string; judged: Record<string, string>; feedback: string };
type Outcome =
  | { ok: true; enrolmentId: string }
  | GradingRefused
  | { ok: false; reason: 'not-a-grading'; issue: GradingIssue; criterion?: string };

/**
 * Accepts, returns or rejects a submission the leader has taken. The adviser reads the comments by mail and on the
 * page.
 */
export async function gradeSubmission(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  const outcome = await world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'grade')) return { ok: false, reason: 'forbidden' };
    const found = await lockForGrading(world, trx, viewer.personId, input.submissionId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { submission, record, conflict } = found;
    if (conflict !== 'none') return { ok: false, reason: 'conflict', because: conflict };
    if (submission.state !== 'in-review')
      return { ok: false, reason: 'not-now', state: submission.state, expected: [] };
    if (submission.claimed_by !== viewer.personId) return { ok: false, reason: 'taken' };
    const step = record.edition.course.steps.find(({ id }) => id === submission.step);
    if (step?.kind !== 'practical') return { ok: false, reason: 'not-found' };
    const grading = parseGrading(input, step);
    if (!grading.ok) return { ...grading, reason: 'not-a-grading' };

    const at = world.now();
    const recorded = await recordFact(
      world,
      trx,
      record,
      factOf(at, step.id, grading.decision, grading.feedback),
      viewer.personId,
    );
    if (!recorded.ok) return recorded;
    await updateSubmission(trx, submission.id, { state: grading.decision, decided_at: at });
    await appendGrading(trx, {
      id: world.newId(),
      submission_id: submission.id,
      grader_id: viewer.personId,
      decision: grading.decision,
      rubric: JSON.stringify(grading.judged),
      feedback: grading.feedback,
      at,
      recorded_at: at,
    });
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `graded:${submission.id}`,
      template: `graded.${grading.decision}`,
      words: (language) => ({ step: step.title[language] }),
    });
    return { ok: true, enrolmentId: record.enrolment.id };
  });
  if (outcome.ok) await issueWhenAssessed(world, outcome.enrolmentId);
  return outcome;
}

function factOf(at: string, step: string, decision: 'accepted' | 'returned' | 'rejected', words: string): FlowEvent {
  switch (decision) {
    case 'accepted':
      return { at, step, type: 'accepted' };
    case 'returned':
      return { at, step, type: 'returned', feedback: words };
    case 'rejected':
      return { at, step, type: 'rejected', reason: words };
  }
}
