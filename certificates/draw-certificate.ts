import { renderToBuffer } from '@react-pdf/renderer';
import type { CertificateData } from './certificate-data.ts';
import { roominesses } from './certificate-fit.ts';
import { certificatePage } from './certificate-page.tsx';
import { finishDrawing } from './finish-drawing.ts';
import { warmFonts } from './fonts.ts';

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
    const page = certificatePage(data, roominess);
    if (page.missing.length > 0) return { ok: false, reason: 'letters-missing', letters: page.missing };
    const finished = await finishDrawing(await renderToBuffer(page.element as never), page);
    if (finished.ok) return finished;
    flaw = finished.flaw;
  }
  throw new Error(`Certificate ${data.number} cannot be printed: ${flaw}`);
}
