import { type PersonalData, personalDataIn } from '#curriculum/guidance/personal-data.ts';

/** How useful a step was, from 1 (not at all) to 5 (very), and a few words. */
export type Rating = { score: number; words: string };
export type RatingIssue =
  | { is: 'no-score' }
  | { is: 'too-long'; most: number }
  | { is: 'personal'; what: PersonalData };

export const scores = [1, 2, 3, 4, 5] as const;
export const longestWords = 300;

/** Reads a rating from a form. Words about a citizen or a firm have no place in it. */
export function parseRating(sent: {
  score: string;
  words: string;
}): { ok: true; rating: Rating } | { ok: false; issue: RatingIssue } {
  const score = scores.find((each) => String(each) === sent.score);
  const words = sent.words.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const what = personalDataIn(words);
  if (score === undefined) return { ok: false, issue: { is: 'no-score' } };
  if (words.length > longestWords) return { ok: false, issue: { is: 'too-long', most: longestWords } };
  if (what) return { ok: false, issue: { is: 'personal', what } };
  return { ok: true, rating: { score, words } };
}
