import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';
import { unwrapWoff } from './unwrap-woff.ts';

// Whole faces, not Latin and Latin Extended: a name such as Łukasiewicz would need a fallback face, and react-pdf then
// draws a .notdef where such a name is wrapped.
const faces = [
  ['Serif', 300, 'Light'],
  ['Sans', 400, 'Regular'],
  ['Sans', 600, 'SemiBold'],
  ['Mono', 400, 'Regular'],
] as const;
export type Family = (typeof faces)[number][0];
type ParsedFont = { characterSet: number[]; glyphForCodePoint(point: number): unknown };

const covered = new Map<Family, Set<number>>();
let warm: Promise<void> | undefined;

/**
 * Registers each face once per process and asks for every code point first. fontkit caches glyphs, and a letter first
 * met inside a composite (the A of Å) is cached without its code point: every later document would then lose that
 * letter, looking right but reading wrong. Ready-made ligatures are left out, or nobody finds "certificeret".
 */
export function warmFonts(folder: string): Promise<void> {
  warm ??= registerAll(folder);
  return warm;
}

async function registerAll(folder: string): Promise<void> {
  for (const [family, fontWeight, style] of faces) {
    const plain = unwrapWoff(await readFile(path.join(folder, `IBMPlex${family}-${style}.woff`)));
    Font.register({ family, fonts: [{ src: `data:font/ttf;base64,${plain.toString('base64')}`, fontWeight }] });
    const face = { fontFamily: family, fontWeight, fontStyle: 'normal' as const };
    await Font.load(face);
    const font = Font.getFont(face)!.data as unknown as ParsedFont;
    for (const point of font.characterSet) if (!isLigature(point)) font.glyphForCodePoint(point);
    covered.set(family, new Set(font.characterSet));
  }
  // Names and titles are never hyphenated.
  Font.registerHyphenationCallback((word) => [word]);
}

const isLigature = (point: number) => point >= 0xfb00 && point <= 0xfb4f;

/** The letters a face cannot draw; a box on somebody's certificate is worse than none. */
export function lettersMissing(family: Family, text: string): string[] {
  return [...new Set(text)].filter((letter) => !covered.get(family)!.has(letter.codePointAt(0)!));
}
