import { layOut } from '#curriculum/quiz/lay-out.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import { randomFrom } from '#curriculum/random-from.ts';

/** The order in which the parts of a question are shown in one asking: drawn from its id, the same in both tries. */
export const orderIn = (round: string, question: Question): string[] => layOut(question, randomFrom(round));
