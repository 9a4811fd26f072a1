import { renderToBuffer } from '@react-pdf/renderer';
import type { Printed, Printing } from '#certificates/drawing/draw-certificate.ts';
import { warmFonts } from '#certificates/drawing/fonts.ts';
import { finishDrawing } from '#certificates/file/finish-drawing.ts';
import { type CleanLetters, cleanLetters } from './clean-letters.ts';
import { letterPages } from './letter-pages.tsx';
import type { LettersData } from './letters-data.ts';

/** Smaller type is tried where somebody wrote much. */
const sizes = [11, 10, 9];

/**
 * Draws letters, a page each, and reads the drawing back as that of a certificate is. They prove nothing, so no key signs
 * them. Where one has no room, or characters that cannot be written, nothing is drawn, and each such letter is named.
 */
export async function drawLetters(
  given: LettersData,
  { fontsFolder }: Pick<Printing, 'fontsFolder'> = {},
): Promise<Printed> {
  await warmFonts(fontsFolder);
  const letters = cleanLetters(given);
  const bytes = await drawn(letters);
  if (bytes) return { ok: true, bytes };
  const at: number[] = [];
  for (const [place, letter] of letters.letters.entries())
    if (letters.letters.length === 1 || !(await drawn({ ...letters, letters: [letter] }))) at.push(place);
  if (at.length === 0) throw new Error('Each letter has room for itself, and together they have not.');
  return { ok: false, reason: 'no-room', flaw: `${at.length} letters cannot be drawn`, at };
}

/** The file in the largest type in which every letter has room on its page. */
async function drawn(letters: CleanLetters): Promise<Uint8Array | undefined> {
  for (const size of sizes) {
    const drawing = letterPages(letters, size);
    if (drawing.missing.length > 0) return undefined;
    const finished = await finishDrawing(await renderToBuffer(drawing.element as never), drawing);
    if (finished.ok) return finished.bytes;
  }
  return undefined;
}
