import { randomFrom } from '#curriculum/random-from.ts';
import { layOut, shuffled } from './lay-out.ts';
import type { Question } from './question.ts';

/** A question with its slot and the order of its parts, such as options; fixed when the attempt starts. */
export type DrawnItem = { slot: number; bank: string; question: string; optionOrder: string[] };

/**
 * Draws as many questions from each bank as the blueprint says, each at most once, and shuffles questions and their parts.
 * The same seed draws the same attempt.
 */
export function drawQuestions(
  blueprint: readonly { bank: string; draw: number }[],
  banks: ReadonlyMap<string, readonly Question[]>,
  seed: string,
): DrawnItem[] {
  const random = randomFrom(seed);
  const left = new Map([...banks].map(([bank, questions]) => [bank, shuffled(questions, random)]));
  const drawn = blueprint.flatMap(({ bank, draw }) => {
    const questions = left.get(bank)?.splice(0, draw) ?? [];
    if (questions.length < draw) throw new Error(`Bank ${bank} cannot give ${draw} questions.`);
    return questions.map((question) => ({ bank, question }));
  });
  return shuffled(drawn, random).map(({ bank, question }, at) => ({
    slot: at + 1,
    bank,
    question: question.id,
    optionOrder: layOut(question, random),
  }));
}
