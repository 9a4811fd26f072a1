import type { ImportCount, ImportOutcome } from '#db/queries/import-run.ts';

/** The numbers of an import so far, and how many of its rows are left. */
export function numbersOf(run: { already: number; refused: number }, counts: readonly ImportCount[]) {
  const count = (outcome: ImportOutcome | null, waits?: 0 | 1) =>
    counts
      .filter((each) => each.outcome === outcome && (waits === undefined || each.waits === waits))
      .reduce((sum, { n }) => sum + n, 0);
  return {
    added: count('added'),
    seated: count('added', 0) + count('seated', 0),
    waiting: count('added', 1) + count('seated', 1),
    already: run.already + count('already'),
    refused: run.refused + count('refused'),
    left: count(null),
  };
}
