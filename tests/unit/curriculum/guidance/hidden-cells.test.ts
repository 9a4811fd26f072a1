import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, hiddenCells, hiddenInTables } from '#curriculum/guidance/hidden-cells.ts';

/** A table with the totals of its rows and columns. */
function table(rows: number[][]): Cell[] {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const columns = rows[0]!.map((_, at) => sum(rows.map((row) => row[at]!)));
  return [
    ...rows.flatMap((row, r) => row.map((count, c) => ({ key: `${r}.${c}`, count, partOf: [`r${r}`, `c${c}`] }))),
    ...rows.map((row, r) => ({ key: `row ${r}`, count: sum(row), partOf: ['rows'], totalOf: [`r${r}`] })),
    ...columns.map((count, c) => ({ key: `column ${c}`, count, partOf: ['columns'], totalOf: [`c${c}`] })),
    { key: 'all', count: sum(columns), partOf: [], totalOf: ['rows', 'columns'] },
  ];
}

/** Places within regions within the country. */
function country(regions: number[][]): Cell[] {
  const sums = regions.map((places) => places.reduce((a, b) => a + b, 0));
  return [
    ...regions.flatMap((places, r) => places.map((count, p) => ({ key: `${r}.${p}`, count, partOf: [`region ${r}`] }))),
    ...sums.map((count, r) => ({ key: `region ${r}`, count, partOf: ['all'], totalOf: [`region ${r}`] })),
    { key: 'all', count: sums.reduce((a, b) => a + b, 0), partOf: [], totalOf: ['all'] },
  ];
}

/**
 * Tries every way to change the hidden counts by one or leave them, and returns those that have one value in all ways that
 * agree with what is shown.
 */
function computable(cells: readonly Cell[], hidden: ReadonlySet<string>): string[] {
  const sums = [...new Set(cells.flatMap(({ partOf, totalOf }) => [...partOf, ...(totalOf ?? [])]))];
  const open = cells.filter(({ key }) => hidden.has(key));
  const found = new Map(open.map(({ key }) => [key, new Set<number>()]));
  const touches = open.map(({ partOf, totalOf }) =>
    sums.map((sum) => (partOf.includes(sum) ? 1 : 0) - (totalOf?.includes(sum) ? 1 : 0)),
  );
  // A sum can be judged once its last hidden count is chosen.
  const last = sums.map((_, s) => touches.findLastIndex((touch) => touch[s] !== 0));
  const walk = (at: number, changed: number[], off: number[]): void => {
    if (sums.some((_, s) => last[s]! < at && off[s] !== 0)) return;
    if (at === open.length) {
      open.forEach(({ key, count }, n) => found.get(key)!.add(count + changed[n]!));
      return;
    }
    for (const by of [-1, 0, 1]) {
      if (open[at]!.count + by < 1) continue;
      walk(
        at + 1,
        [...changed, by],
        off.map((value, s) => value + touches[at]![s]! * by),
      );
    }
  };
  walk(
    0,
    [],
    sums.map(() => 0),
  );
  return [...found].filter(([, values]) => values.size < 2).map(([key]) => key);
}

const small = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(40) });
const rectangle = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const regions = fc.array(fc.array(small, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

describe('a hidden count', () => {
  test('cannot be computed from a table with totals', () => {
    fc.assert(
      fc.property(rectangle, (rows) => {
        const cells = table(rows);
        expect(computable(cells, hiddenCells(cells))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('cannot be computed from places, regions and the country', () => {
    fc.assert(
      fc.property(regions, (counts) => {
        const cells = country(counts);
        expect(computable(cells, hiddenCells(cells))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('cannot be computed from several tables that share one total', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 2, maxLength: 4 }), fc.nat(3), (counts, at) => {
        const sum = counts.reduce((a, b) => a + b, 0);
        const list = (name: string, parts: number[]): Cell[] => [
          ...parts.map((count, n) => ({ key: `${name} ${n}`, count, partOf: [name] })),
          { key: 'all', count: sum, partOf: [], totalOf: [name] },
        ];
        // The second table divides the same sum in another way.
        const first = counts[at % counts.length]!;
        const tables = [list('a', counts), list('b', [first, sum - first])];
        const hidden = hiddenInTables(tables, 'all');
        // The parts of both tables add up to the same, whether their total is shown or not.
        const [own, other] = tables.map((cells) => cells.filter(({ key }) => key !== 'all')) as [Cell[], Cell[]];
        const joined: Cell[] = [
          ...own.map((cell) => ({ ...cell, partOf: ['a', 'both'] })),
          ...other.map((cell) => ({ ...cell, partOf: [], totalOf: ['both'] })),
          { key: 'all', count: sum, partOf: [], totalOf: ['a'] },
        ];
        expect(computable(joined, hidden)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is each count from 1 to 4; 0 and what needs no hiding is shown', () => {
    fc.assert(
      fc.property(rectangle, (rows) => {
        const cells = table(rows);
        const hidden = hiddenCells(cells);
        for (const { key, count } of cells) {
          if (count > 0 && count < 5) expect(hidden.has(key)).toBe(true);
          if (count === 0) expect(hidden.has(key)).toBe(false);
        }
        if (cells.every(({ count }) => count === 0 || count >= 5)) expect(hidden.size).toBe(0);
      }),
    );
  });
});

test('one small count hides its neighbour, or the total if that would tell', () => {
  const list = (counts: number[]): Cell[] => [
    ...counts.map((count, at) => ({ key: String(at), count, partOf: ['all'] })),
    { key: 'all', count: counts.reduce((a, b) => a + b, 0), partOf: [], totalOf: ['all'] },
  ];
  expect([...hiddenCells(list([3, 20, 50]))].sort()).toEqual(['0', '1']);
  // Two that are 1 each are known from their sum.
  expect([...hiddenCells(list([1, 1, 50]))].sort()).toEqual(['0', '1', '2']);
  expect([...hiddenCells(list([1, 1, 1, 1, 1]))].sort()).toEqual(['0', '1', '2', '3', '4', 'all']);
});
