import { z } from 'zod';
import { filledIn } from '#curriculum/quiz/kinds/kind.ts';
import { type AnswerIssue, parseAnswer } from '#curriculum/quiz/parse-answer.ts';
import type { Answer } from '#curriculum/quiz/question.ts';
import type { Exercise } from './exercise.ts';

/** What is kept of a try: the answer to a check, the ticked lines of a checklist, or that an answer was looked at. */
export type TriedAnswer = Answer | { checked: number[] } | { seen: true };

/** The lines of a checklist that were ticked, as they were stored. */
export const Checked = z.object({ checked: z.array(z.int().min(0)) });

/** Reads what a form sent for an exercise. `order` is the order in which the parts of a check were shown. */
export function readTry(
  exercise: Exclude<Exercise, { is: 'dialogue' }>,
  order: readonly string[],
  sent: readonly string[],
): { ok: true; answer: TriedAnswer } | { ok: false; issue: AnswerIssue } {
  switch (exercise.is) {
    case 'check':
      return parseAnswer(exercise.question, order, sent);
    case 'reveal':
      return { ok: true, answer: { seen: true } };
    case 'checklist': {
      const checked = [...new Set(filledIn(sent).map(Number))].sort((a, b) => a - b);
      return checked.every((at) => Number.isInteger(at) && at >= 0 && at < exercise.items.length)
        ? { ok: true, answer: { checked } }
        : { ok: false, issue: 'not-an-option' };
    }
  }
}
