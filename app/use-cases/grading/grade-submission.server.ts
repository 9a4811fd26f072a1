import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { agree, needsSecond, nextPart } from '#curriculum/grading/double-grading.ts';
import { type Decision, type GradingIssue, parseGrading } from '#curriculum/grading/parse-grading.ts';
import type { Judged } from '#curriculum/grading/verdict-of.ts';
import { appendDoubleGrading, type DoubleGrading } from '#db/queries/double-grading.ts';
import { appendGrading, updateSubmission } from '#db/queries/submission.ts';
import type { GradingRefused } from './claim-submission.server.ts';
import { lockForGrading } from './lock-for-grading.server.ts';

type Input = {
  submissionId: string;
  decision: string;
  judged: Record<string, string>;
  feedback: string;
  /** Why this grading settles what two others differ in. */
  reason?: string;
};
type Outcome =
  /** Not decided: the grading is stored, and a second is wanted, or two differ and somebody settles it. */
  | { ok: true; enrolmentId: string; decided: boolean }
  | GradingRefused
  | { ok: false; reason: 'reason-missing' }
  | { ok: false; reason: 'not-a-grading'; issue: GradingIssue; criterion?: string };
type Told = { decision: Decision; judged: Judged; feedback: string };

/**
 * Accepts, returns or rejects a submission the leader has taken. The adviser reads the comments by mail and on the
 * page. Where two leaders grade, the first grading is stored and does not count before the second agrees, or somebody
 * settles what they differ in.
 */
export async function gradeSubmission(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  const outcome = await world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'grade')) return { ok: false, reason: 'forbidden' };
    const found = await lockForGrading(world, trx, viewer.personId, input.submissionId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { submission, record, conflict, stored } = found;
    if (conflict !== 'none') return { ok: false, reason: 'conflict', because: conflict };
    if (submission.state !== 'in-review')
      return { ok: false, reason: 'not-now', state: submission.state, expected: [] };
    if (submission.claimed_by !== viewer.personId) return { ok: false, reason: 'taken' };
    const step = record.edition.course.steps.find(({ id }) => id === submission.step);
    if (step?.kind !== 'practical') return { ok: false, reason: 'not-found' };
    const grading = parseGrading(input, step);
    if (!grading.ok) return { ...grading, reason: 'not-a-grading' };

    const part = nextPart(stored.length);
    const isDouble = part !== 'first' || needsSecond(step, { id: submission.id, judged: grading.judged });
    const reason = part === 'settling' ? parseReason(input.reason ?? '') : null;
    if (reason === undefined) return { ok: false, reason: 'reason-missing' };
    const counts = isDouble ? countingOf(part, stored, grading) : grading;

    const at = world.now();
    const fact: FlowEvent = counts
      ? factOf(at, step.id, counts.decision, counts.feedback)
      : { at, type: 'released', step: step.id };
    const recorded = await recordFact(world, trx, record, fact, viewer.personId);
    if (!recorded.ok) return recorded;
    const made = { submission_id: submission.id, grader_id: viewer.personId, at, recorded_at: at };
    if (isDouble) await appendDoubleGrading(trx, { ...made, ...rowOf(grading), part, reason });
    if (!counts) {
      await updateSubmission(trx, submission.id, { state: 'handed-in', claimed_by: null });
      return { ok: true, enrolmentId: record.enrolment.id, decided: false };
    }
    await updateSubmission(trx, submission.id, { state: counts.decision, decided_at: at });
    await appendGrading(trx, { ...made, ...rowOf(counts), id: world.newId() });
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `graded:${submission.id}`,
      template: `graded.${counts.decision}`,
      words: (language) => ({ step: step.title[language] }),
    });
    return { ok: true, enrolmentId: record.enrolment.id, decided: true };
  });
  if (outcome.ok && outcome.decided) await issueWhenAssessed(world, outcome.enrolmentId);
  return outcome;
}

/** What counts where two leaders grade: nothing yet, what both say, with the words of both, or what settles it. */
function countingOf(part: 'first' | 'second' | 'settling', [first]: readonly DoubleGrading[], now: Told): Told | null {
  if (part === 'settling') return now;
  if (part === 'first' || !first || !agree({ ...first, judged: JSON.parse(first.rubric) }, now)) return null;
  return { ...now, feedback: [first.feedback, now.feedback].filter(Boolean).join('\n\n') };
}

const rowOf = ({ decision, judged, feedback }: Told) => ({ decision, rubric: JSON.stringify(judged), feedback });

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
