import { renderToBuffer } from '@react-pdf/renderer';
import type { Printed, Printing } from '#certificates/drawing/draw-certificate.ts';
import { warmFonts } from '#certificates/drawing/fonts.ts';
import { finishDrawing } from '#certificates/file/finish-drawing.ts';
import { cleanLetters } from './clean-letters.ts';
import { letterPages } from './letter-pages.tsx';
import type { LettersData } from './letters-data.ts';

/** Smaller type is tried where somebody wrote much. */
const sizes = [11, 10, 9];

/**
 * Draws letters, a page each, and reads the drawing back as that of a certificate is. They prove nothing, so no key signs
 * them.
 */
export async function drawLetters(
  given: LettersData,
  { fontsFolder }: Pick<Printing, 'fontsFolder'> = {},
): Promise<Printed> {
  await warmFonts(fontsFolder);
  const letters = cleanLetters(given);
  let flaw = '';
  for (const size of sizes) {
    const drawing = letterPages(letters, size);
    if (drawing.missing.length > 0) return { ok: false, reason: 'letters-missing', letters: drawing.missing };
    const finished = await finishDrawing(await renderToBuffer(drawing.element as never), drawing);
    if (finished.ok) return { ok: true, bytes: finished.bytes };
    flaw = finished.flaw;
  }
  return { ok: false, reason: 'no-room', flaw };
}
