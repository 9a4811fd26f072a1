/**
 * The values that a form sends after one item was moved: `move` names an item as it is shown and where it goes, such as
 * "3-up" or "3-to-1". Items without a place stand in the order of the page.
 */
export function moveItem(of: number, sent: readonly string[], move: string): string[] {
  const rows = rowsOf(of, sent);
  const [, part = '', way = '', place = ''] = /^(\d)-(?:(up|down)|to-(\d))$/.exec(move) ?? [];
  const from = rows.indexOf(part);
  const to = way === 'up' ? from - 1 : way === 'down' ? from + 1 : Number(place) - 1;
  if (from < 0 || to < 0 || to >= of) return inPlaces(rows);
  return inPlaces(rows.toSpliced(from, 1).toSpliced(to, 0, part));
}

const inPlaces = (rows: readonly string[]) => rows.map((part, at) => `${part}-${at + 1}`);

/** The items by their places, as the page names them: one without a place keeps its row. */
export function rowsOf(of: number, sent: readonly string[]): string[] {
  const places = new Map(sent.filter(Boolean).map((each) => each.split('-') as [string, string]));
  return Array.from({ length: of }, (_, at) => String(at + 1))
    .map((part, at) => ({ part, row: Number(places.get(part) ?? at + 1) }))
    .sort((a, b) => a.row - b.row)
    .map(({ part }) => part);
}
