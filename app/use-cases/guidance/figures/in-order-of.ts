import type { ShownGrid } from '#curriculum/guidance/shown-counts.ts';

/** The solutions with most trouble first, and last what has no name of its own. */
export function inOrderOf(rows: ShownGrid['rows']): ShownGrid['rows'] {
  const rest = (key: string) => (key === 'other' ? 1 : 0);
  return [...rows].sort((a, b) => rest(a.key) - rest(b.key) || (b.total ?? 0) - (a.total ?? 0));
}
