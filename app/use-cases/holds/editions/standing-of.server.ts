import { createHash } from 'node:crypto';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { GroupedRow } from './list-movers.server.ts';

/** What a decision for groups was made on: who stands where. Whoever goes on, or is decided about, changes it. */
export function standingOf(movers: readonly GroupedRow[], to: Edition): string {
  const lines = movers.map(({ row, group }) => `${row.id} ${row.edition} ${group}`).sort();
  return createHash('sha256')
    .update([to.course.edition, ...lines].join('\n'))
    .digest('hex');
}
