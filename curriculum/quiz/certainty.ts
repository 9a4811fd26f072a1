import { z } from 'zod';
import type { Course } from '#curriculum/flow/course.ts';

/** How certain somebody said to be of an answer: guessing, in doubt, fairly certain, wholly certain. */
export const Certainty = z.enum(['1', '2', '3', '4']);
export type Certainty = z.infer<typeof Certainty>;

const Stored = z.object({ certainty: Certainty });

/** The certainty that was stored with an answer. */
export const certaintyOf = (stored: unknown): Certainty | undefined => Stored.safeParse(stored).data?.certainty;

/** What a quiz does with certainty; undefined if it does not ask. */
export function certaintyIn({ steps }: Pick<Course, 'steps'>, id: string): 'asked' | 'scored' | undefined {
  const step = steps.find((each) => each.id === id);
  return step?.kind === 'quiz' ? step.certainty : undefined;
}

/**
 * Certainty-based marking by Gardner-Medwin, with partial credit as Moodle's question behaviour "CBM" gives it: a right
 * answer earns 1, 2 or 3 by its level and a wrong one 0, −2 or −6; a partly right one earns its share of the right mark.
 * Divided by 3, so that certain and right is 1. Both are for less than 67 % certain, so guessing and doubt are one level.
 */
const marks: Record<Certainty, { right: number; wrong: number }> = {
  '1': { right: 1, wrong: 0 },
  '2': { right: 1, wrong: 0 },
  '3': { right: 2, wrong: -2 },
  '4': { right: 3, wrong: -6 },
};

/** What an answer counts in a score by certainty, from −2 to 1. An answer without a certainty counts as a guess. */
export function certaintyMark(share: number, certainty: Certainty = '1'): number {
  const { right, wrong } = marks[certainty];
  return (share > 0 ? right * share : wrong) / 3;
}
