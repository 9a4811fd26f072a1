import { filledIn, type Parsed } from './kinds/kind.ts';
import type { Kind, Kinds } from './kinds/kinds.ts';
import { type Answer, kindOf, type Question } from './question.ts';

/** Why something sent by a form is no answer. */
export type AnswerIssue = 'empty' | Extract<ReturnType<Kinds[Kind]['parse']>, { ok: false }>['issue'];

/** Reads a form's answer to a question whose parts were laid out in this order. */
export function parseAnswer(
  question: Question,
  order: readonly string[],
  sent: readonly string[],
): Parsed<Answer, AnswerIssue> {
  if (filledIn(sent).length === 0) return { ok: false, issue: 'empty' };
  return kindOf(question).parse(question, order, sent) as Parsed<Answer, AnswerIssue>;
}
