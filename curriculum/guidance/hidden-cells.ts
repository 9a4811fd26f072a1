/**
 * One count of tables that are shown to others. `partOf` names the sums it is a part of and `totalOf` the sums it is: a
 * count inside a table is part of its row and of its column, the total of a row is the total of it and part of the last
 * column. Two sums at most.
 */
export type Cell = { key: string; count: number; partOf: readonly string[]; totalOf?: readonly string[] };

/** Counts below this are not shown outside the own service. Nothing at all (0) tells of nobody, so it is shown. */
export const fewestShown = 5;

type Term = { sum: string; sign: 1 | -1 };
type Change = 1 | -1;
const changes: readonly Change[] = [1, -1];

/**
 * The keys of the counts that are not shown: those below five, and as many others as it takes that none of the hidden
 * ones can be computed from what is shown. `also` names counts that are hidden for another reason.
 */
export function hiddenCells(cells: readonly Cell[], also: ReadonlySet<string> = new Set()): Set<string> {
  const some = cells.filter(({ count }) => count > 0);
  const hidden = new Set(some.filter(({ key, count }) => count < fewestShown || also.has(key)).map(({ key }) => key));
  for (;;) {
    const sums = hiddenBySum(some, hidden);
    const exposed = some.find((cell) => hidden.has(cell.key) && !isFree(cell, sums));
    if (!exposed) return hidden;
    const near = new Set(termsOf(exposed).map(({ sum }) => sum));
    const cost = (cell: Cell) => [
      termsOf(cell).some(({ sum }) => near.has(sum)) ? 0 : 1,
      cell.totalOf === undefined ? 0 : 1,
      cell.count,
    ];
    const [next] = some.filter(({ key }) => !hidden.has(key)).sort((a, b) => firstDifference(cost(a), cost(b)));
    if (!next) return hidden;
    hidden.add(next.key);
  }
}

/** Hides the total that several tables share in all of them, if one of them cannot show it. */
export function hiddenInTables(tables: readonly (readonly Cell[])[], total: string): Set<string> {
  const also = new Set<string>();
  for (;;) {
    const hidden = new Set(tables.flatMap((cells) => [...hiddenCells(cells, also)]));
    if (!hidden.has(total) || also.has(total)) return hidden;
    also.add(total);
  }
}

const termsOf = ({ partOf, totalOf }: Cell): Term[] => [
  ...partOf.map((sum): Term => ({ sum, sign: 1 })),
  ...(totalOf ?? []).map((sum): Term => ({ sum, sign: -1 })),
];

const firstDifference = (a: number[], b: number[]) => a.map((value, at) => value - b[at]!).find((by) => by !== 0) ?? 0;

/** The hidden counts of each sum; `outside` has those that stand in one sum only, which can change alone with others. */
type Sums = Map<string, { cell: Cell; sign: 1 | -1; other: Term | undefined }[]>;
const outside = '';

function hiddenBySum(cells: readonly Cell[], hidden: ReadonlySet<string>): Sums {
  const sums: Sums = new Map();
  const add = (sum: string, entry: { cell: Cell; sign: 1 | -1; other: Term | undefined }) => {
    const list = sums.get(sum);
    if (list) list.push(entry);
    else sums.set(sum, [entry]);
  };
  for (const cell of cells) {
    if (!hidden.has(cell.key)) continue;
    const terms = termsOf(cell);
    for (const [at, { sum, sign }] of terms.entries()) add(sum, { cell, sign, other: terms[1 - at] });
    if (terms.length === 1) add(outside, { cell, sign: 1, other: terms[0] });
  }
  return sums;
}

/** Whoever reads the tables knows that a hidden count is at least 1. */
const may = (cell: Cell, change: Change) => change === 1 || cell.count > 1;

/**
 * Could this hidden count be one more or one less, with everything that is shown as it is? A change of it is carried from
 * sum to sum by other hidden counts until it comes back.
 */
function isFree(cell: Cell, sums: Sums): boolean {
  const [first, second] = termsOf(cell);
  if (!first) return true;
  return changes.some((change) => {
    if (!may(cell, change)) return false;
    const goal = second ? place(second.sum, -second.sign * change) : place(outside, 0);
    return reaches(place(first.sum, first.sign * change), goal, cell, sums);
  });
}

/** A sum and by how much it is wrong. The outside takes any change. */
const place = (sum: string, wrongBy: number) => ({ sum, wrongBy: sum === outside ? 0 : wrongBy });
type Place = ReturnType<typeof place>;
const nameOf = ({ sum, wrongBy }: Place) => `${wrongBy} ${sum}`;

function reaches(from: Place, goal: Place, without: Cell, sums: Sums): boolean {
  const seen = new Set([nameOf(from)]);
  const waiting = [from];
  for (let here = waiting.shift(); here; here = waiting.shift()) {
    if (nameOf(here) === nameOf(goal)) return true;
    for (const { cell, sign, other } of sums.get(here.sum) ?? []) {
      if (cell === without) continue;
      for (const change of changes) {
        if (here.sum !== outside && sign * change !== -here.wrongBy) continue;
        if (!may(cell, change)) continue;
        const next = other ? place(other.sum, other.sign * change) : place(outside, 0);
        if (seen.has(nameOf(next))) continue;
        seen.add(nameOf(next));
        waiting.push(next);
      }
    }
  }
  return false;
}
