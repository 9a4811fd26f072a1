import { moveItem } from './kinds/move-item.ts';

/** Whether a field of a form is part of an answer: `answer`, or `answer-3` where each item has radios of its own. */
export const isAnswerField = (name: string): boolean => /^answer(-\d+)?$/.test(name);

/**
 * The answer among the fields of a form, in the order of its controls. Without JavaScript an arrow of an ordering sends the
 * form with a `move`: the answer is then the rows after it, and `movedTo` the row to come back to.
 */
export function sentAnswer(fields: readonly (readonly [string, string])[]): { answer: string[]; movedTo?: number } {
  const sent = fields.flatMap(([name, value]) => (isAnswerField(name) ? [value] : []));
  const move = fields.find(([name]) => name === 'move')?.[1];
  if (!move || sent.length > 9) return { answer: sent };
  const answer = moveItem(sent.length, sent, move);
  return { answer, movedTo: answer.findIndex((each) => each.startsWith(`${move[0]}-`)) };
}
