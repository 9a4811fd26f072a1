import type { BlueprintLine } from '#curriculum/flow/course.ts';
import { mayDraw } from './may-draw.ts';
import type { Question } from './question.ts';

type Wanted = Pick<BlueprintLine, 'goal' | 'level'>;

/** What drawing asks of a bank: where a question stands, and which places a line may draw from. */
export type BankIndex = {
  places: readonly number[];
  placeOf(question: string): number | undefined;
  fitting(line: Wanted): readonly number[];
};

// A parsed bank never changes, so what was found in it once holds for every draw.
const known = new WeakMap<readonly Question[], BankIndex>();

/** The index of a bank, made at its first draw. */
export function indexOf(bank: readonly Question[]): BankIndex {
  const found = known.get(bank);
  if (found) return found;
  const places = bank.map((_, place) => place);
  const byId = new Map(bank.map(({ id }, place) => [id, place]));
  const byLine = new Map<string, readonly number[]>();
  const index: BankIndex = {
    places,
    placeOf: (question) => byId.get(question),
    fitting(line) {
      const wanted = keyOf(line);
      let fitting = byLine.get(wanted);
      if (!fitting) byLine.set(wanted, (fitting = places.filter((place) => mayDraw(line, bank[place]!))));
      return fitting;
    },
  };
  known.set(bank, index);
  return index;
}

/** Lines that may draw the same questions have the same key. */
export const keyOf = ({ goal, level }: Wanted): string => JSON.stringify([goal, level]);
