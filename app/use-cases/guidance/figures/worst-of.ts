import type { ShownGrid } from '#curriculum/guidance/shown-counts.ts';
import { type Trouble, troubles } from '#curriculum/guidance/trouble-of.ts';

/** What stood in the way most often, if one thing did and its count is shown. */
export function worstOf({ columns }: Pick<ShownGrid, 'columns'>): Trouble | undefined {
  const counted = troubles.map((trouble) => ({ trouble, count: columns[trouble] ?? 0 }));
  const most = Math.max(...counted.map(({ count }) => count));
  const worst = counted.filter(({ count }) => count === most);
  return most > 0 && worst.length === 1 ? worst[0]!.trouble : undefined;
}
