import type { BlueprintLine } from '#curriculum/flow/course.ts';
import { randomFrom } from '#curriculum/random-from.ts';
import { indexOf, keyOf } from './bank-index.ts';
import { layOut, shuffled } from './lay-out.ts';
import { narrowFirst } from './may-draw.ts';
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
  const left = new Map([...banks].map(([bank, questions]) => [bank, pileOf(questions, random, seen)]));
  const drawn = narrowFirst(blueprint).flatMap((line) => {
    const { bank, draw } = line;
    const questions = left.get(bank)?.take(line) ?? [];
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

/** A shuffled bank, the least seen on top. Each line takes from the top of what it may draw, and nothing twice. */
function pileOf(bank: readonly Question[], random: () => number, seen: ReadonlyMap<string, number>) {
  const index = indexOf(bank);
  const order = shuffled(index.places, random);
  // How deep each question lies: first by how often it was seen, then as shuffled.
  const depth = new Float64Array(bank.length);
  for (const [at, place] of order.entries()) depth[place] = at;
  for (const [question, times] of seen) {
    const place = index.placeOf(question);
    if (place !== undefined) depth[place]! += times * bank.length;
  }
  const taken = new Set<number>();
  const waiting = new Map<string, Float64Array>();
  return {
    take(line: BlueprintLine): Question[] {
      const key = keyOf(line);
      let depths = waiting.get(key);
      if (!depths) {
        depths = Float64Array.from(index.fitting(line), (place) => depth[place]!).sort();
        waiting.set(key, depths);
      }
      const places: number[] = [];
      for (let at = 0; at < depths.length && places.length < line.draw; at++) {
        const place = order[depths[at]! % bank.length]!;
        if (!taken.has(place)) places.push(place);
      }
      for (const place of places) taken.add(place);
      return places.map((place) => bank[place]!);
    },
  };
}
