export type Decision = 'accepted' | 'returned' | 'rejected';
type Rubric = readonly { id: string }[];
/** `judged` says of each criterion `met` or `missing`. */
type Given = { decision: string; judged: Readonly<Record<string, string>>; feedback: string };

export type GradingIssue =
  | 'no-decision'
  | 'criteria-unjudged'
  | 'criteria-missing'
  | 'feedback-missing'
  | 'feedback-too-long'
  | 'not-a-criterion';
export type ParsedGrading =
  | { ok: true; decision: Decision; met: Record<string, boolean>; feedback: string }
  | { ok: false; issue: GradingIssue; criterion?: string };

const fewestLetters = 10;
const mostLetters = 5_000;

/**
 * Every criterion must be judged, whatever the decision, because the adviser sees them one by one. Accepting needs all
 * of them met; sending back needs feedback; rejecting needs a reason.
 */
export function parseGrading(given: Given, rubric: Rubric): ParsedGrading {
  const { decision } = given;
  const feedback = given.feedback.trim();
  if (decision !== 'accepted' && decision !== 'returned' && decision !== 'rejected')
    return { ok: false, issue: 'no-decision' };
  const ids = rubric.map(({ id }) => id);
  if (Object.keys(given.judged).some((id) => !ids.includes(id))) return { ok: false, issue: 'not-a-criterion' };
  const unjudged = ids.find((id) => given.judged[id] !== 'met' && given.judged[id] !== 'missing');
  if (unjudged !== undefined) return { ok: false, issue: 'criteria-unjudged', criterion: unjudged };
  if (feedback.length > mostLetters) return { ok: false, issue: 'feedback-too-long' };
  const met = Object.fromEntries(ids.map((id) => [id, given.judged[id] === 'met']));
  const lacking = ids.find((id) => !met[id]);
  if (decision === 'accepted' && lacking !== undefined)
    return { ok: false, issue: 'criteria-missing', criterion: lacking };
  if (decision !== 'accepted' && feedback.length < fewestLetters) return { ok: false, issue: 'feedback-missing' };
  return { ok: true, decision, met, feedback };
}
