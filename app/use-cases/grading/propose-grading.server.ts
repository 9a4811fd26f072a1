import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { JudgementIssue } from '#curriculum/grading/parse-grading.ts';
import { parseJudged } from '#curriculum/grading/parse-grading.ts';
import type { Verdict } from '#curriculum/grading/verdict-of.ts';
import { findSubmission } from '#db/queries/submission.ts';

type Words = { da: string; en: string };
/** What the chosen levels come to so far: how many criteria have no choice yet, or the verdict with the decision it proposes. */
export type Proposal =
  | { is: 'unfinished'; left: number }
  | ({ is: 'verdict'; lacking: Words[]; proposed: 'accepted' | 'returned' } & Pick<
      Verdict,
      'points' | 'of' | 'needed'
    >);

/** Adds up what the leader who has taken a hand-in has chosen, and proposes a decision. Nothing is stored. */
export async function proposeGrading(
  world: World,
  viewer: Viewer,
  input: { submissionId: string; judged: Record<string, string> },
): Promise<
  | { ok: true; proposal: Proposal }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'not-a-grading'; issue: JudgementIssue; criterion?: string }
> {
  const submission = may(viewer, 'grade') ? await findSubmission(world.db, input.submissionId) : undefined;
  const record = submission && (await findRecord(world, world.db, submission.enrolment_id));
  const step = record?.edition.course.steps.find(({ id }) => id === submission?.step);
  if (submission?.claimed_by !== viewer.personId || step?.kind !== 'practical')
    return { ok: false, reason: 'not-found' };
  const left = step.rubric.filter(({ id }) => !input.judged[id]).length;
  if (left > 0) return { ok: true, proposal: { is: 'unfinished', left } };
  const parsed = parseJudged(input.judged, step);
  if (!parsed.ok) return { ...parsed, reason: 'not-a-grading' };
  const { points, of, needed, lacking, passes } = parsed.verdict;
  return {
    ok: true,
    proposal: {
      ...{ is: 'verdict', points, of, needed },
      lacking: step.rubric.filter(({ id }) => lacking.includes(id)).map(({ title }) => title),
      proposed: passes ? 'accepted' : 'returned',
    },
  };
}
