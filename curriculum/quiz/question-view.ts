import type { Question } from './question.ts';

/** What the browser may know about a question: never the right answer, never the feedback. */
export type QuestionView = {
  kind: Question['kind'];
  text: string;
  options: { id: string; text: string }[];
  unit?: string;
};

export function questionView(question: Question, optionOrder: readonly string[]): QuestionView {
  const texts = new Map('options' in question ? question.options.map(({ id, text }) => [id, text]) : []);
  return {
    kind: question.kind,
    text: question.text,
    options: 'options' in question ? optionOrder.map((id) => ({ id, text: texts.get(id) ?? '' })) : [],
    ...(question.kind === 'numeric' && question.unit !== undefined && { unit: question.unit }),
  };
}
