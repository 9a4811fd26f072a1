import { Font } from '@react-pdf/renderer';
import { type Family, faces, fontsFolder, nameOfFace, readFace } from './font-files.ts';

type ParsedFont = {
  characterSet: number[];
  unitsPerEm: number;
  glyphForCodePoint(point: number): { advanceWidth: number };
  layout(text: string): { glyphs: { codePoints: number[] }[] };
};

const covered = new Map<Family, Set<number>>();
const parsed = new Map<Family, ParsedFont>();
const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });
let warm: Promise<void> | undefined;

/**
 * Registers each face once per process and asks for every code point first. fontkit caches glyphs: if it first meets a
 * letter inside a composite (the A of Å), it caches it without its code point. In every later document that letter
 * would look right but read wrong. Ligatures are left out, because with them nobody can search for "certificeret".
 */
export function warmFonts(folder = fontsFolder()): Promise<void> {
  warm ??= registerAll(folder);
  return warm;
}

async function registerAll(folder: string): Promise<void> {
  for (const [family, fontWeight, style] of faces) {
    const plain = await readFace(nameOfFace(family, style), folder);
    Font.register({ family, fonts: [{ src: `data:font/ttf;base64,${plain.toString('base64')}`, fontWeight }] });
    await Font.load({ fontFamily: family, fontWeight, fontStyle: 'normal' });
    const font = parsedFont(family, fontWeight);
    for (const point of font.characterSet) if (!isLigature(point)) font.glyphForCodePoint(point);
    covered.set(family, new Set(font.characterSet));
    // Only the first face of a family: widths of Sans are measured in the regular weight.
    if (!parsed.has(family)) parsed.set(family, font);
  }
  // Names and titles are never hyphenated.
  Font.registerHyphenationCallback((word) => [word]);
}

/** The face that react-pdf draws with, parsed once. */
export const parsedFont = (fontFamily: Family, fontWeight: number): ParsedFont =>
  Font.getFont({ fontFamily, fontWeight, fontStyle: 'normal' })!.data as unknown as ParsedFont;

const isLigature = (point: number) => point >= 0xfb00 && point <= 0xfb4f;

/**
 * The letters (as people count them) that a face lacks, or draws in a way that reads as another letter, such as an i that
 * loses its dot under an accent. No certificate is better than one with a box in the name.
 */
export function lettersMissing(family: Family, text: string): string[] {
  const points = covered.get(family)!;
  const lacks = (letter: string) => {
    const parts = [...letter];
    if (parts.some((point) => !points.has(point.codePointAt(0)!))) return true;
    return parts.length > 1 && readingOf(parsed.get(family)!, letter) !== letter;
  };
  return Array.from(graphemes.segment(text), ({ segment }) => segment).filter(lacks);
}

const readingOf = (font: ParsedFont, letter: string): string =>
  String.fromCodePoint(...font.layout(letter).glyphs.flatMap(({ codePoints }) => codePoints));

/** The width of a line of text, in points. We ignore kerning: it usually makes lines a little shorter. */
export function widthOf(family: Family, text: string, size: number): number {
  const font = parsed.get(family)!;
  const units = [...text].reduce((sum, letter) => sum + font.glyphForCodePoint(letter.codePointAt(0)!).advanceWidth, 0);
  return (units / font.unitsPerEm) * size;
}
