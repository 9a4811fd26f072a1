import type { BlueprintLine } from '#curriculum/flow/course.ts';
import { randomFrom } from '#curriculum/random-from.ts';
import { layOut, shuffled } from './lay-out.ts';
import { mayDraw, narrowFirst } from './may-draw.ts';
import type { Question } from './question.ts';

/** A question with its slot and the order of its parts, such as options; fixed when the attempt starts. */
export type DrawnItem = { slot: number; bank: string; question: string; optionOrder: string[] };

/**
 * Draws as many questions as each line of the blueprint says, each at most once, and shuffles questions and their parts.
 * A question that was seen before (by id: how often) is drawn only when its line has no other. The same seed draws the
 * same attempt.
 */
export function drawQuestions(
  blueprint: readonly BlueprintLine[],
  banks: ReadonlyMap<string, readonly Question[]>,
  seed: string,
  seen: ReadonlyMap<string, number> = new Map(),
): DrawnItem[] {
  const random = randomFrom(seed);
  const left = new Map(
    [...banks].map(([bank, questions]) => [bank, leastSeenFirst(shuffled(questions, random), seen)]),
  );
  const drawn = narrowFirst(blueprint).flatMap((line) => {
    const { bank, draw } = line;
    const questions = take(left.get(bank) ?? [], draw, (question) => mayDraw(line, question));
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

/** How many of the drawn questions were seen before. */
export const repeatedIn = (drawn: readonly DrawnItem[], seen: ReadonlyMap<string, number>): number =>
  drawn.filter(({ question }) => seen.has(question)).length;

function leastSeenFirst(questions: Question[], seen: ReadonlyMap<string, number>): Question[] {
  if (seen.size === 0) return questions;
  const byTimes: Question[][] = [];
  for (const question of questions) (byTimes[seen.get(question.id) ?? 0] ??= []).push(question);
  return byTimes.flat();
}

/** Takes the first so many that fit out of the list. */
function take(list: Question[], count: number, fits: (question: Question) => boolean): Question[] {
  const taken: Question[] = [];
  for (let at = 0; at < list.length && taken.length < count; ) {
    if (fits(list[at]!)) taken.push(...list.splice(at, 1));
    else at += 1;
  }
  return taken;
}
