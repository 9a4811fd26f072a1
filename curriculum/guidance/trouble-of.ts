import { type Block, blocks } from './note-choices.ts';
import type { Topics } from './parse-topics.ts';
import { type ShownGrid, shownGrid } from './shown-counts.ts';

/** What can stand in the way of a solution; "nothing" did not. */
export type Trouble = Exclude<Block, 'nothing'>;
export const troubles: readonly Trouble[] = blocks.filter((block): block is Trouble => block !== 'nothing');

/**
 * How often each solution caused trouble, by what stood in the way. A topic that says itself what stood in the way does so
 * where the note does not.
 */
export function troubleOf(
  notes: readonly { topic: string; blocked: string; count: number }[],
  { solutions, topics }: Topics,
  own: boolean,
): ShownGrid {
  const known = new Map(topics.map((topic) => [topic.key, topic]));
  const counts = new Map<string, number>();
  for (const { topic, blocked, count } of notes) {
    const about = known.get(topic);
    const key = `${about?.solution ?? 'other'} ${blocked || (about?.blocked ?? '')}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const count = (solution: string, trouble: string) => counts.get(`${solution} ${trouble}`) ?? 0;
  return shownGrid({ rows: solutions.map(({ key }) => key), columns: troubles, count }, own);
}
