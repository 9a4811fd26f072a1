import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';
import { unwrapWoff } from './unwrap-woff.ts';

// We use whole faces, not separate Latin and Latin Extended files: a name such as Łukasiewicz would need a fallback
// face, and react-pdf draws a .notdef where such a name is wrapped.
const faces = [
  ['Serif', 300, 'Light'],
  ['Sans', 400, 'Regular'],
  ['Sans', 600, 'SemiBold'],
  ['Mono', 400, 'Regular'],
] as const;
export type Family = (typeof faces)[number][0];
type ParsedFont = {
  characterSet: number[];
  unitsPerEm: number;
  glyphForCodePoint(point: number): { advanceWidth: number };
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
    const plain = unwrapWoff(await readFile(path.join(folder, `IBMPlex${family}-${style}.woff`)));
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

/** The fonts are beside the source, or, in a build, in the project's folder above it. */
function fontsFolder(): string {
  const beside = path.join(import.meta.dirname, 'fonts');
  if (existsSync(beside)) return beside;
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = path.join(folder, 'certificates', 'fonts');
    if (existsSync(found)) return found;
  }
  throw new Error('The folder certificates/fonts was not found.');
}

/** The face that react-pdf draws with, parsed once. */
export const parsedFont = (fontFamily: Family, fontWeight: number): ParsedFont =>
  Font.getFont({ fontFamily, fontWeight, fontStyle: 'normal' })!.data as unknown as ParsedFont;

const isLigature = (point: number) => point >= 0xfb00 && point <= 0xfb4f;

/** The letters (as people count them) that a face lacks. No certificate is better than one with a box in the name. */
export function lettersMissing(family: Family, text: string): string[] {
  const points = covered.get(family)!;
  const lacks = (letter: string) => [...letter].some((point) => !points.has(point.codePointAt(0)!));
  if (!lacks(text)) return [];
  return Array.from(graphemes.segment(text), ({ segment }) => segment).filter(lacks);
}

/** The width of a line of text, in points. We ignore kerning: it usually makes lines a little shorter. */
export function widthOf(family: Family, text: string, size: number): number {
  const font = parsed.get(family)!;
  const units = [...text].reduce((sum, letter) => sum + font.glyphForCodePoint(letter.codePointAt(0)!).advanceWidth, 0);
  return (units / font.unitsPerEm) * size;
}
