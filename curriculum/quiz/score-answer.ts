import type { Answer, Question } from './question.ts';

/** 1 for a right answer, 0 for any other. Several choices count only as a whole: half a rule is no rule at the desk. */
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

/** What an attempt came to; a question without an answer counts as not right. */
export function scoreAttempt(questions: readonly Question[], answers: readonly (Answer | undefined)[]): AttemptScore {
  const perQuestion = questions.map((question, at) => scoreAnswer(question, answers[at]));
  const right = perQuestion.filter((score) => score === 1).length;
  return { right, of: questions.length, score: questions.length === 0 ? 0 : right / questions.length, perQuestion };
}

/** How many must be right to reach the pass mark: 16 of 20 at 80 %, 10 of 12. */
export function neededToPass(of: number, passMark: number): number {
  // 0.8 × 20 is 16 and a crumb in binary; the crumb must not cost anybody a question.
  return Math.ceil(of * passMark - 1e-9);
}
