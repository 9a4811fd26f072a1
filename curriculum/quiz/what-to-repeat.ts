import type { Question } from './question.ts';

/** How one goal of the course went in an attempt: `earned` of `of` questions, counting shares of them. */
export type GoalResult = { goal: string; earned: number; of: number };

/** Each goal that the attempt asked for, the weakest first. */
export function goalResults(questions: readonly Question[], shares: readonly number[]): GoalResult[] {
  const goals = new Map<string, GoalResult>();
  questions.forEach(({ goal }, at) => {
    if (goal === undefined) return;
    const known = goals.get(goal) ?? { goal, earned: 0, of: 0 };
    goals.set(goal, { goal, earned: known.earned + (shares[at] ?? 0), of: known.of + 1 });
  });
  return [...goals.values()].sort((a, b) => a.earned / a.of - b.earned / b.of);
}

/** A place in a lesson, and how many questions about it went wrong. */
export type PlaceToRead = { step: string; section?: string; wrong: number };

/**
 * Where to read again: the place that each wrong question names, or the lesson that teaches its goal. The place with most
 * wrong answers comes first.
 */
export function placesToRead(
  questions: readonly Question[],
  shares: readonly number[],
  goals: readonly { id: string; step: string }[],
): PlaceToRead[] {
  const places = new Map<string, PlaceToRead>();
  questions.forEach(({ lesson, goal }, at) => {
    const named = lesson ?? goals.find(({ id }) => id === goal)?.step;
    if (named === undefined || (shares[at] ?? 0) >= 1) return;
    const [step, section] = named.split('#');
    const known = places.get(named) ?? { step: step!, ...(section && { section }), wrong: 0 };
    places.set(named, { ...known, wrong: known.wrong + 1 });
  });
  return [...places.values()].sort((a, b) => b.wrong - a.wrong);
}
