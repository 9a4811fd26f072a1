import type { Kind, Kinds } from './kinds/kinds.ts';
import { kindOf, type Question } from './question.ts';

/** What the browser may know about a question of this kind: never the right answer, never the feedback. */
export type QuestionViewOf<K extends Kind> = { kind: K; text: string } & ReturnType<Kinds[K]['show']>;
export type QuestionView = { [K in Kind]: QuestionViewOf<K> }[Kind];

/** A question as a page shows it, with its parts in the order drawn for the attempt. */
export function questionView(question: Question, order: readonly string[]): QuestionView {
  const { kind, text } = question;
  return { kind, text, ...kindOf(question).show(question, order) } as QuestionView;
}
