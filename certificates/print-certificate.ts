import { renderToBuffer } from '@react-pdf/renderer';
import type { CertificateData } from './certificate-data.ts';
import { certificatePage } from './certificate-page.tsx';
import { warmFonts } from './fonts.ts';
import { textOf } from './text-of.ts';

export type Printed = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'letters-missing'; letters: string[] };

/**
 * Draws the certificate, reads the drawing back and lets it go only if it spells what it means, on one page.
 * The same data gives the same bytes. Letters that IBM Plex lacks stop it.
 */
export async function printCertificate(data: CertificateData, fontsFolder: string): Promise<Printed> {
  await warmFonts(fontsFolder);
  const { element, meaning, missing } = certificatePage(data);
  if (missing.length > 0) return { ok: false, reason: 'letters-missing', letters: missing };
  const bytes = new Uint8Array(await renderToBuffer(element as never));
  const { text, pages } = await textOf(bytes);
  if (pages !== 1) throw new Error(`Certificate ${data.number} does not fit on one page.`);
  const meant = closed(meaning.join(''));
  if (closed(text) !== meant) throw new Error(`Certificate ${data.number} does not read as it should: ${text}`);
  return { ok: true, bytes };
}

/** Spaces and line breaks are layout; the letters are the meaning. */
const closed = (text: string) => text.replace(/\s+/g, '');
