import { renderToBuffer } from '@react-pdf/renderer';
import type { CertificateData } from './certificate-data.ts';
import { certificatePage, roominesses } from './certificate-page.tsx';
import { warmFonts } from './fonts.ts';
import { type Placed, readPdf } from './read-certificate.ts';

export type Printed = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'letters-missing'; letters: string[] };

/**
 * Draws the certificate, reads the drawing back and lets it go only if it spells what it means, on one page, with
 * nothing upon anything else. Long texts are set tighter. The same data gives the same bytes. Letters that IBM Plex
 * lacks stop it.
 */
export async function drawCertificate(data: CertificateData, fontsFolder?: string): Promise<Printed> {
  await warmFonts(fontsFolder);
  let flaw: string | undefined;
  for (const roominess of roominesses) {
    const { element, meaning, missing } = certificatePage(data, roominess);
    if (missing.length > 0) return { ok: false, reason: 'letters-missing', letters: missing };
    const bytes = new Uint8Array(await renderToBuffer(element as never));
    flaw = await flawOf(bytes, meaning);
    if (!flaw) return { ok: true, bytes };
  }
  throw new Error(`Certificate ${data.number} cannot be printed: ${flaw}`);
}

/** Why a drawing may not leave the house, if so. */
async function flawOf(bytes: Uint8Array, meaning: string[]): Promise<string | undefined> {
  const { text, pages, placed } = await readPdf(bytes);
  if (pages !== 1) return `it takes ${pages} pages`;
  if (closed(text) !== closed(meaning.join(''))) return `it reads «${text}»`;
  return roomFlawOf(placed);
}

/** Spaces and line breaks are layout; the letters are the meaning. Plex has one drawing for the two signs µ. */
const closed = (text: string) => text.replace(/\s+/g, '').replaceAll('\u00b5', '\u03bc');

const paper = { width: 595.28, height: 841.89, margin: 28 };
// Neighbours on a line may touch so much.
const kern = 2;

/** A text off the page, or upon another. */
function roomFlawOf(placed: Placed[]): string | undefined {
  const off = placed.find(
    ({ x0, y0, x1, y1 }) =>
      x0 < paper.margin || y0 < paper.margin || x1 > paper.width - paper.margin || y1 > paper.height - paper.margin,
  );
  if (off) return `«${off.text}» is off the page`;
  for (const [at, one] of placed.entries()) {
    const upon = placed
      .slice(at + 1)
      .find(
        (other) =>
          Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0) > kern &&
          Math.min(one.y1, other.y1) > Math.max(one.y0, other.y0),
      );
    if (upon) return `«${upon.text}» is drawn upon «${one.text}»`;
  }
  return undefined;
}
