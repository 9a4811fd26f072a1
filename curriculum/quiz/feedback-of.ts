import { type Explanation, type Verdict, verdictOn } from './kinds/kind.ts';
import { answerTo, kindOf, type Question } from './question.ts';
import { scoreAnswer } from './score-answer.ts';
import { inDanish } from './told.ts';

/** What is shown about one question after it was answered. */
export type Feedback = { verdict: Verdict } & Explanation;

/** Explains a stored answer, or a missing one, in the words that the question was told in. */
export function feedbackOf(question: Question, stored: unknown, { words, language } = inDanish(question)): Feedback {
  const kind = kindOf(question);
  const verdict = kind.unscored ? 'noted' : verdictOn(scoreAnswer(question, stored));
  const answer = answerTo(question, stored);
  const told = answer && words !== question ? (kind.retell?.(question, words, answer) ?? answer) : answer;
  return { verdict, ...kind.explain(words, told, language) };
}
