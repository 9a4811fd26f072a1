import { type Feedback, feedbackOf } from './feedback-of.ts';
import { type AnswerIssue, parseAnswer } from './parse-answer.ts';
import type { Answer, Question } from './question.ts';
import { scoreAnswer } from './score-answer.ts';

export type CheckedAnswer =
  | { ok: true; answer: Answer; score: number; feedback: Feedback }
  | { ok: false; issue: AnswerIssue };

/** Reads and judges an answer at once, as a lesson and practice do. `order` is the order in which the parts were shown. */
export function checkAnswer(question: Question, order: readonly string[], sent: readonly string[]): CheckedAnswer {
  const parsed = parseAnswer(question, order, sent);
  if (!parsed.ok) return parsed;
  const { answer } = parsed;
  return { ok: true, answer, score: scoreAnswer(question, answer), feedback: feedbackOf(question, answer) };
}
