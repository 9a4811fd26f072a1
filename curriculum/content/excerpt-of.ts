/** How many characters stand before what was found, and how many in all. */
const before = 60;
const length = 180;

/**
 * The words around the first place of a text where one of the words looked for begins, whole words only, with … where something
 * is left out. Without such a place it is the beginning.
 */
export function excerptOf(text: string, find: string): string {
  const lower = text.toLowerCase();
  const places = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .map((word) => lower.indexOf(word))
    .filter((at) => at >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1;
  if (text.length - from <= length) return `${from > 0 ? '… ' : ''}${text.slice(from)}`;
  const until = text.lastIndexOf(' ', from + length);
  return `${from > 0 ? '… ' : ''}${text.slice(from, until > from ? until : from + length)} …`;
}
