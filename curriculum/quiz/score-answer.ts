import type { Answer, Question } from './question.ts';

/**
 * 1 for a right answer, 0 for any other. Multiple choice has no partial points: knowing half a rule does not help at
 * the desk.
 */
export function scoreAnswer(question: Question, answer: Answer | undefined): 0 | 1 {
  return answer !== undefined && isRight(question, answer) ? 1 : 0;
}

function isRight(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return 'chosen' in answer && question.options.every(({ id, correct }) => answer.chosen.includes(id) === correct);
    case 'true-false':
      return 'said' in answer && answer.said === question.answer;
    case 'numeric':
      return 'number' in answer && Math.abs(answer.number - question.answer) <= question.tolerance + 1e-9;
    case 'short-text':
      return 'text' in answer && question.accept.some((accepted) => plain(accepted) === plain(answer.text));
  }
}

/** Case, spaces and final punctuation do not decide an answer. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/\s+/g, ' ')
    .replace(/[.,:;!?…\s]+$/, '')
    .trim();

export type AttemptScore = { right: number; of: number; score: number; perQuestion: (0 | 1)[] };

/** The score of an attempt; a question without an answer counts as wrong. */
export function scoreAttempt(questions: readonly Question[], answers: readonly (Answer | undefined)[]): AttemptScore {
  const perQuestion = questions.map((question, at) => scoreAnswer(question, answers[at]));
  const right = perQuestion.filter((score) => score === 1).length;
  return { right, of: questions.length, score: questions.length === 0 ? 0 : right / questions.length, perQuestion };
}

/** How many must be right to reach the pass mark: 16 of 20 at 80 %, 10 of 12. */
export function neededToPass(of: number, passMark: number): number {
  // In binary, 0.8 × 20 can come out a little above 16; without the correction that would demand one more right answer.
  return Math.ceil(of * passMark - 1e-9);
}
