import type { FileRow } from './read-import.ts';

/** For each line that another line contradicts: that other line. Identical lines do not contradict each other. */
export function contradictionsOf(rows: readonly FileRow[]): Map<number, number> {
  const found = new Map<number, number>();
  const said = ({ line: _, ...row }: FileRow) => JSON.stringify(row);
  for (const key of ['email', 'employee'] as const) {
    const first = new Map<string, FileRow>();
    for (const row of rows) {
      const twin = row[key] === '' ? undefined : first.get(row[key]);
      if (!twin) first.set(row[key], row);
      else if (said(twin) !== said(row)) {
        found.set(row.line, twin.line);
        if (!found.has(twin.line)) found.set(twin.line, row.line);
      }
    }
  }
  return found;
}
