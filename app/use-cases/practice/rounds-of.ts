import type { Round } from '#curriculum/practice/card.ts';
import type { PracticeAnswer } from '#db/queries/practice.ts';

/** The stored answers to one question as rounds of tries, in the order of their first tries. */
export function roundsOf(answers: readonly PracticeAnswer[]): Round[] {
  const firsts = answers.filter(({ nth }) => nth === 1);
  return firsts.map(({ round, on_day }) => ({
    onDay: on_day,
    tries: answers
      .filter((each) => each.round === round)
      .sort((a, b) => a.nth - b.nth)
      .map(({ share, certainty }) => ({ share, certainty })),
  }));
}
