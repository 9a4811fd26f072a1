import { type Rating, scores } from './rating.ts';

/** With fewer ratings than this a leader could guess whose they are. */
export const enoughRatings = 5;

export type RatingFigures = {
  count: number;
  mean: number;
  /** How many gave each score, from 1 to 5. */
  spread: number[];
  words: string[];
};

/**
 * What a leader may see of the ratings of one step: nothing at all of fewer than five. The words stand in the order of the
 * alphabet, so that their order tells nothing of who wrote first.
 */
export function ratingFigures(ratings: readonly Rating[]): RatingFigures | undefined {
  if (ratings.length < enoughRatings) return undefined;
  return {
    count: ratings.length,
    mean: ratings.reduce((sum, { score }) => sum + score, 0) / ratings.length,
    spread: scores.map((score) => ratings.filter((each) => each.score === score).length),
    words: ratings
      .map(({ words }) => words)
      .filter((words) => words !== '')
      .sort((a, b) => a.localeCompare(b, 'da')),
  };
}
