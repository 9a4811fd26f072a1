import { z } from 'zod';
import { Id, text } from '#curriculum/quiz/kinds/kind.ts';
import type { Question } from '#curriculum/quiz/question.ts';

const shared = { id: Id, required: z.boolean().default(true) };

export const RevealBlock = z.strictObject({ ...shared, ask: text, answer: text });
export const ChecklistBlock = z.strictObject({ ...shared, title: text, items: z.array(text).min(2).max(12) });
export const DialogueBlock = z.strictObject({ file: Id, required: shared.required });
/** What a check says beside its question. The rest of the block is the question, as a bank would have it. */
export const CheckHead = z.strictObject({ required: shared.required });

/** Something to do in a lesson. It counts as tried, never as right or wrong. */
export type Exercise = { id: string; required: boolean } & (
  | { is: 'check'; question: Question }
  | { is: 'reveal'; ask: string; answer: string }
  | { is: 'checklist'; title: string; items: string[] }
  /** `id` is the name of the dialogue. */
  | { is: 'dialogue' }
);

/** The exercises that must still be tried before the lesson is read. Trying counts, not being right. */
export function exercisesLeft(exercises: readonly Exercise[], tried: ReadonlySet<string>): Exercise[] {
  return exercises.filter(({ id, required }) => required && !tried.has(id));
}
