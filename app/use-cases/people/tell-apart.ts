type Named = { name: string; email: string | null };

/**
 * Adds the address to a name that two people in a list share, so that links, buttons and headings say whom they mean,
 * also when they are read aloud. Two of one name without an address are counted. `who` is the same for all rows about
 * one person; `list` tells lists apart that are made together.
 */
export function tellApart<P extends Named>(
  rows: readonly P[],
  { who, list = () => '' }: { who: (row: P) => string; list?: (row: P) => string },
): P[] {
  const keyOf = (row: P) => `${list(row)} ${row.name.toLowerCase()}`;
  const sharers = new Map<string, Set<string>>();
  for (const row of rows) sharers.set(keyOf(row), (sharers.get(keyOf(row)) ?? new Set()).add(who(row)));
  return rows.map((row) => {
    const ids = [...sharers.get(keyOf(row))!];
    return ids.length === 1 ? row : { ...row, name: `${row.name} (${row.email ?? ids.indexOf(who(row)) + 1})` };
  });
}
