import type { FileRow } from './read-import.ts';

/**
 * For each line that another line contradicts: that other line. Identical lines do not contradict each other, but where
 * one line says otherwise, none of them is right for certain.
 */
export function contradictionsOf(rows: readonly FileRow[]): Map<number, number> {
  const found = new Map<number, number>();
  const lines = rows.map(({ line, cells: _, ...row }) => ({ line, row, said: JSON.stringify(row) }));
  for (const key of ['email', 'employee'] as const) {
    const same = new Map<string, typeof lines>();
    for (const each of lines) {
      const before = same.get(each.row[key]);
      if (before) before.push(each);
      else if (each.row[key] !== '') same.set(each.row[key], [each]);
    }
    for (const group of same.values()) {
      const other = group.find(({ said }) => said !== group[0]!.said);
      if (!other) continue;
      for (const { line, said } of group)
        if (!found.has(line)) found.set(line, said === other.said ? group[0]!.line : other.line);
    }
  }
  return found;
}
