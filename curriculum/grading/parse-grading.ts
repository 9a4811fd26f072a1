export type Decision = 'accepted' | 'returned' | 'rejected';
type Rubric = readonly { id: string }[];
type Given = { decision: string; met: readonly string[]; feedback: string };

export type GradingIssue =
  | 'no-decision'
  | 'criteria-missing'
  | 'feedback-missing'
  | 'feedback-too-long'
  | 'not-a-criterion';
export type ParsedGrading =
  | { ok: true; decision: Decision; met: Record<string, boolean>; feedback: string }
  | { ok: false; issue: GradingIssue };

const fewestLetters = 10;
const mostLetters = 5_000;

/** Accepting needs every criterion met; sending back needs feedback; rejecting needs a reason. */
export function parseGrading(given: Given, rubric: Rubric): ParsedGrading {
  const { decision } = given;
  const feedback = given.feedback.trim();
  if (decision !== 'accepted' && decision !== 'returned' && decision !== 'rejected')
    return { ok: false, issue: 'no-decision' };
  const ids = rubric.map(({ id }) => id);
  if (given.met.some((id) => !ids.includes(id))) return { ok: false, issue: 'not-a-criterion' };
  if (feedback.length > mostLetters) return { ok: false, issue: 'feedback-too-long' };
  const met = Object.fromEntries(ids.map((id) => [id, given.met.includes(id)]));
  if (decision === 'accepted' && Object.values(met).includes(false)) return { ok: false, issue: 'criteria-missing' };
  if (decision !== 'accepted' && feedback.length < fewestLetters) return { ok: false, issue: 'feedback-missing' };
  return { ok: true, decision, met, feedback };
}
