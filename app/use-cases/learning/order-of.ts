import { layOut } from '#curriculum/quiz/lay-out.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import { randomFrom } from '#curriculum/random-from.ts';

/** The parts of a check lie in an order of their own for each adviser, and in the same one every time. */
export const orderOf = (enrolmentId: string, question: Question): string[] =>
  layOut(question, randomFrom(`${enrolmentId} ${question.id}`));
