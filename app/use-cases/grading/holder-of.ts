import { takeOverFrom } from '#curriculum/grading/take-over-from.ts';

/** The leader who has taken a piece of work. */
export type WorkHolder = { name: string; since: string; takeOverFrom: string; mayTakeOver: boolean };

/** Who has taken a piece of work, since when, and when another leader may take it over. */
export function holderOf(name: string, since: string, now: string): WorkHolder {
  return { name, since, takeOverFrom: takeOverFrom(since), mayTakeOver: now >= takeOverFrom(since) };
}
