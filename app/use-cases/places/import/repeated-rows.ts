import type { TableRow } from '#app/platform/csv-table.ts';

export type Repeated = { refusal: 'contradicts' | 'duplicate'; sameAs: number };

/**
 * The lines that say something about what another line is about: where they contradict each other none of them is right
 * for certain, and of lines that say the same the first counts.
 */
export function repeatedRows(rows: readonly TableRow[], aboutOf: (row: TableRow) => string): Map<number, Repeated> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const about = aboutOf(row);
    if (about !== '') groups.set(about, [...(groups.get(about) ?? []), row]);
  }
  const found = new Map<number, Repeated>();
  for (const group of groups.values()) {
    const said = (row: TableRow) => JSON.stringify(row.cells);
    const [first] = group as [TableRow];
    const other = group.find((each) => said(each) !== said(first));
    for (const row of group)
      if (other)
        found.set(row.line, { refusal: 'contradicts', sameAs: said(row) === said(other) ? first.line : other.line });
      else if (row !== first) found.set(row.line, { refusal: 'duplicate', sameAs: first.line });
  }
  return found;
}
