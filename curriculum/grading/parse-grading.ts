import { type Judged, type Rubric, type Verdict, verdictOf } from './verdict-of.ts';

export type Decision = 'accepted' | 'returned' | 'rejected';
/** `judged` says of each criterion `met` or `missing`, or names one of its levels. */
type Given = { decision: string; judged: Readonly<Record<string, string>>; feedback: string };

export type JudgementIssue = 'criteria-unjudged' | 'not-a-criterion' | 'not-a-level';
export type GradingIssue =
  | JudgementIssue
  | 'no-decision'
  | 'criteria-missing'
  | 'level-missing'
  | 'points-missing'
  | 'feedback-missing'
  | 'feedback-too-long';
export type ParsedGrading =
  | { ok: true; decision: Decision; judged: Judged; verdict: Verdict; feedback: string }
  | { ok: false; issue: GradingIssue; criterion?: string };

const fewestLetters = 10;
const mostLetters = 5_000;

/**
 * Every criterion must be judged, whatever the decision, because the adviser sees them one by one. Accepting needs all
 * that must be met and points enough; sending back needs feedback; rejecting needs a reason.
 */
export function parseGrading(given: Given, step: Rubric): ParsedGrading {
  const { decision } = given;
  const feedback = given.feedback.trim();
  if (decision !== 'accepted' && decision !== 'returned' && decision !== 'rejected')
    return { ok: false, issue: 'no-decision' };
  const parsed = parseJudged(given.judged, step);
  if (!parsed.ok) return parsed;
  if (feedback.length > mostLetters) return { ok: false, issue: 'feedback-too-long' };
  const { judged, verdict } = parsed;
  const lacking = step.rubric.find(({ id }) => verdict.lacking.includes(id));
  if (decision === 'accepted' && lacking)
    return { ok: false, issue: lacking.levels ? 'level-missing' : 'criteria-missing', criterion: lacking.id };
  if (decision === 'accepted' && !verdict.passes) return { ok: false, issue: 'points-missing' };
  if (decision !== 'accepted' && feedback.length < fewestLetters) return { ok: false, issue: 'feedback-missing' };
  return { ok: true, decision, judged, verdict, feedback };
}

/** What a form says about each criterion, and what it comes to. */
export function parseJudged(
  given: Given['judged'],
  step: Rubric,
): { ok: true; judged: Judged; verdict: Verdict } | { ok: false; issue: JudgementIssue; criterion?: string } {
  const { rubric } = step;
  if (Object.keys(given).some((id) => !rubric.some((criterion) => criterion.id === id)))
    return { ok: false, issue: 'not-a-criterion' };
  const judged: Record<string, boolean | string> = {};
  for (const { id, levels } of rubric) {
    const said = given[id];
    if (!said || (!levels && said !== 'met' && said !== 'missing'))
      return { ok: false, issue: 'criteria-unjudged', criterion: id };
    if (levels && !levels.some((level) => level.id === said)) return { ok: false, issue: 'not-a-level', criterion: id };
    judged[id] = levels ? said : said === 'met';
  }
  return { ok: true, judged, verdict: verdictOf(step, judged) };
}
