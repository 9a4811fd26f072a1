import type { Explanation } from './kinds/kind.ts';
import { answerTo, kindOf, type Question } from './question.ts';
import { scoreAnswer } from './score-answer.ts';

/** What is shown about one question after the attempt. */
export type Feedback = { right: boolean } & Explanation;

/** Explains a stored answer, or a missing one. */
export function feedbackOf(question: Question, stored: unknown): Feedback {
  const right = scoreAnswer(question, stored) === 1;
  return { right, ...kindOf(question).explain(question, answerTo(question, stored)) };
}
