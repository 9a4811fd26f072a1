import { widthOf } from './fonts.ts';

/** The share of the usual spacing, and of the usual size of large type, that a page uses. */
export type Spacing = { space: number; type: number };
export const spacings: Spacing[] = [
  { space: 1, type: 1 },
  { space: 0.7, type: 0.9 },
  { space: 0.4, type: 0.7 },
  { space: 0.2, type: 0.5 },
];

/** The column of text, in points. */
export const column = { left: 182, right: 56, width: 357 };
export const qr = { size: 76, gap: 18 };

export const letterSpacing = -0.4;

/**
 * The largest type size at which the name fits on one line (two if it is long) and no word is wider than the column.
 */
export function nameSizeOf(name: string, spacing: Spacing): number {
  const fits = (size: number) => {
    const lines = linesOf(name, size);
    return lines <= (size > 27 ? 1 : size > 18 ? 2 : 3);
  };
  const sizes = [40, 38, 36, 33, 30, 27, 24, 22, 20, 18, 16, 14, 12].filter((size) => size <= 40 * spacing.type);
  return sizes.find(fits) ?? 10;
}

/** How many lines a text in Serif takes; Infinity if a word is wider than the column. */
function linesOf(text: string, size: number): number {
  const width = (part: string) => widthOf('Serif', part, size) + letterSpacing * part.length;
  let lines = 1;
  let current = '';
  for (const word of text.split(' ')) {
    if (width(word) > column.width) return Number.POSITIVE_INFINITY;
    const longer = current === '' ? word : `${current} ${word}`;
    if (width(longer) > column.width) lines++;
    current = width(longer) > column.width ? word : longer;
  }
  return lines;
}

/** The address as printed: in smaller type if it is long, and on two lines if that would be too small to read. */
export function addressOf(url: string): { lines: string[]; size: number } {
  const text = url.replace(/^https?:\/\//, '');
  const room = column.width - qr.size - qr.gap;
  const sizeFor = (line: string) => Math.min(8.2, Math.floor((room / widthOf('Mono', line, 1)) * 10) / 10);
  if (sizeFor(text) >= 6.5) return { lines: [text], size: sizeFor(text) };
  const slash = text.indexOf('/');
  const lines = slash > 0 ? [text.slice(0, slash), text.slice(slash)] : [text];
  return { lines, size: Math.min(...lines.map(sizeFor)) };
}
