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
/** The space between the address and the code beside it. */
export const qrGap = 18;

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

const addressSizes = { largest: 8.2, smallest: 6.5 };

/**
 * The address as printed beside a code of this size: in smaller type if it is long, and on several lines if that would be
 * too small to read. Lines end after a dot or before the path where they can.
 */
export function addressOf(url: string, codeSize: number): { lines: string[]; size: number } {
  const { largest, smallest } = addressSizes;
  const text = url.replace(/^https?:\/\//, '');
  const room = column.width - codeSize - qrGap;
  const fitting = Math.floor((room / widthOf('Mono', text, 1)) * 10) / 10;
  if (fitting >= smallest) return { lines: [text], size: Math.min(largest, fitting) };
  const most = Math.floor(room / widthOf('Mono', '0', smallest));
  const [host = '', path = ''] = text.split(/(?=\/)(.*)/s);
  const pieces = [...host.split(/(?<=\.)/), path].flatMap(
    (piece) => piece.match(new RegExp(`.{1,${most}}`, 'gs')) ?? [],
  );
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (lines.length > 0 && longer.length <= most && piece !== path) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return { lines, size: smallest };
}
