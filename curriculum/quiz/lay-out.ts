import { kindOf, type Question } from './question.ts';

/** The order in which the parts of a question are shown: drawn, unless its kind says otherwise. */
export function layOut(question: Question, random: () => number): string[] {
  const kind = kindOf(question);
  const ids = kind.parts(question).map(({ id }) => id);
  if (kind.inFileOrder) return ids;
  const order = shuffled(ids, random);
  if (!kind.mayBegin) return order;
  // Turning by one goes through other orders; if the kind refuses all of them, the drawn one stays.
  const turns = order.map((_, by) => [...order.slice(by), ...order.slice(0, by)]);
  return turns.find((turned) => kind.mayBegin!(question, turned)) ?? order;
}

/** Fisher–Yates. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}
