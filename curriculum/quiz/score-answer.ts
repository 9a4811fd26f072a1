import { certaintyMark, certaintyOf } from './certainty.ts';
import { answerTo, kindOf, type Question } from './question.ts';

/** The share of a question that its answer earned: 1 when it is right, 0 when it is wrong or missing. */
export function scoreAnswer(question: Question, stored: unknown): number {
  const answer = answerTo(question, stored);
  return answer === undefined ? 0 : kindOf(question).score(question, answer);
}

export type AttemptScore = { right: number; of: number; score: number; perQuestion: number[] };

/**
 * The score of an attempt: `right` counts the questions that are fully right, `of` those that count, `score` is the mean of
 * their shares. A question without an answer counts as wrong; one that is not scored counts for nothing. Where certainty is
 * scored, it decides how much an answer adds to the score or takes from it, never below 0.
 */
export function scoreAttempt(
  questions: readonly Question[],
  answers: readonly unknown[],
  certainty?: 'asked' | 'scored',
): AttemptScore {
  const perQuestion = questions.map((question, at) => scoreAnswer(question, answers[at]));
  const of = countedIn(questions);
  const markOf = (share: number, at: number) =>
    answerTo(questions[at]!, answers[at]) === undefined || kindOf(questions[at]!).unscored
      ? 0
      : certaintyMark(share, certaintyOf(answers[at]));
  const earned = perQuestion.reduce((sum, share, at) => sum + (certainty === 'scored' ? markOf(share, at) : share), 0);
  return {
    right: perQuestion.filter((share) => share === 1).length,
    of,
    score: Math.max(0, earned / Math.max(1, of)),
    perQuestion,
  };
}

/** How many of the questions count in a score. */
export const countedIn = (questions: readonly Question[]): number =>
  questions.filter((question) => !kindOf(question).unscored).length;

/** How many must be right to reach the pass mark: 16 of 20 at 80 %, 10 of 12. */
export function neededToPass(of: number, passMark: number): number {
  // In binary, 0.8 × 20 can come out a little above 16; without the correction that would demand one more right answer.
  return Math.ceil(of * passMark - 1e-9);
}
