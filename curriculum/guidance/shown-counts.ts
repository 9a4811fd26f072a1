import { type Cell, hiddenCells } from './hidden-cells.ts';

/** A count as it is shown: null when it is small, or would tell one that is. */
export type Shown = number | null;

/** A list of counts with their total, each as it is shown; `hidden` has the keys that are not. */
export const shownIn =
  (hidden: ReadonlySet<string>) =>
  (key: string, count: number): Shown =>
    hidden.has(key) ? null : count;

/** The cells of a list and of its total. */
export function listCells(name: string, counts: ReadonlyMap<string, number>, total: string): Cell[] {
  return [
    ...[...counts].map(([key, count]) => ({ key: `${name} ${key}`, count, partOf: [name] })),
    { key: total, count: sumOf(counts.values()), partOf: [], totalOf: [name] },
  ];
}

export type Grid = { rows: readonly string[]; columns: readonly string[]; count(row: string, column: string): number };
export type ShownGrid = {
  rows: { key: string; counts: Record<string, Shown>; total: Shown }[];
  columns: Record<string, Shown>;
  total: Shown;
};

/** A table of counts with its totals, as it is shown: everything to the own service, nothing that tells of few to others. */
export function shownGrid({ rows, columns, count }: Grid, own: boolean): ShownGrid {
  const rowTotal = (row: string) => sumOf(columns.map((column) => count(row, column)));
  const columnTotal = (column: string) => sumOf(rows.map((row) => count(row, column)));
  const total = sumOf(rows.map(rowTotal));
  const cells: Cell[] = [
    ...rows.flatMap((row) =>
      columns.map((column) => ({
        key: `${row} ${column}`,
        count: count(row, column),
        partOf: [`row ${row}`, `column ${column}`],
      })),
    ),
    ...rows.map((row) => ({ key: `row ${row}`, count: rowTotal(row), partOf: ['rows'], totalOf: [`row ${row}`] })),
    ...columns.map((column) => ({
      key: `column ${column}`,
      count: columnTotal(column),
      partOf: ['columns'],
      totalOf: [`column ${column}`],
    })),
    { key: 'total', count: total, partOf: [], totalOf: ['rows', 'columns'] },
  ];
  const show = shownIn(own ? new Set() : hiddenCells(cells));
  return {
    rows: rows.map((row) => ({
      key: row,
      counts: Object.fromEntries(columns.map((column) => [column, show(`${row} ${column}`, count(row, column))])),
      total: show(`row ${row}`, rowTotal(row)),
    })),
    columns: Object.fromEntries(columns.map((column) => [column, show(`column ${column}`, columnTotal(column))])),
    total: show('total', total),
  };
}

const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
