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
