import { type Explanation, type Verdict, verdictOn } from './kinds/kind.ts';
import { answerTo, kindOf, type Question } from './question.ts';
import { scoreAnswer } from './score-answer.ts';

/** What is shown about one question after it was answered. */
export type Feedback = { verdict: Verdict } & Explanation;

/** Explains a stored answer, or a missing one. */
export function feedbackOf(question: Question, stored: unknown): Feedback {
  const kind = kindOf(question);
  const verdict = kind.unscored ? 'noted' : verdictOn(scoreAnswer(question, stored));
  return { verdict, ...kind.explain(question, answerTo(question, stored)) };
}

/** What may be shown before another try: what was answered and how it was, never what would have been right. */
export const withoutKey = ({ verdict, options, parts, noted }: Feedback): Feedback => ({
  verdict,
  options: options.filter(({ chosen }) => chosen),
  ...(parts && { parts: { ...parts, each: parts.each.map((part) => ({ ...part, expected: '' })) } }),
  ...(noted !== undefined && { noted }),
});
