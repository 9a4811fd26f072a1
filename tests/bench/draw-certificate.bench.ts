import { createRequire } from 'node:module';
import { renderToBuffer } from '@react-pdf/renderer';
import { makeCredentialKey } from '#certificates/badge/credential-key.ts';
import { colours, drawLine, drawQr } from '#certificates/drawing/certificate-ink.ts';
import { certificatePage } from '#certificates/drawing/certificate-page.tsx';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { parsedFont } from '#certificates/drawing/fonts.ts';
import { qrCodeOf } from '#certificates/drawing/qr-code.ts';
import { makeDevelopmentKey } from '#certificates/signing/development-key.ts';
import { readPdf } from '../unit/certificates/read-pdf.ts';
import { badge, danish } from '../unit/certificates/sample.ts';
import { median } from './bench-world.ts';
import type { Measured } from './main.ts';

const warmUps = 40;
const rounds = 40;

/**
 * Measures the CPU of drawing a certificate against bare pdfkit with the same parsed fonts, texts, places and paths.
 */
export async function benchCertificate(): Promise<Measured[]> {
  const key = await makeDevelopmentKey({ from: new Date('2020-01-01'), until: new Date('2046-01-01') });
  const credentialKey = makeCredentialKey('real');
  const whole = async () => {
    const drawn = await drawCertificate({ ...danish, badge }, { key, credentialKey });
    if (!drawn.ok) throw new Error('The sample cannot be drawn.');
    return drawn.bytes;
  };
  const layout = () => renderToBuffer(certificatePage(danish).element as never);
  const texts = (await readPdf(await whole())).placed;
  const bare = () => drawBare(texts);
  const spent = { bare: [] as number[], layout: [] as number[], whole: [] as number[] };
  // The three take turns, so that a busy machine slows all of them alike.
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, work] of Object.entries({ bare, layout, whole })) {
      const from = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(from);
      if (round >= 0) spent[name as keyof typeof spent].push((user + system) / 1000);
    }
  }
  const [least, drawing, all] = [spent.bare, spent.layout, spent.whole].map(median) as [number, number, number];
  const beside = `pdfkit ${least.toFixed(1)} ms`;
  return [
    {
      name: 'draw a certificate',
      measured: `${(drawing / least).toFixed(2)}× (${beside}, drawing ${drawing.toFixed(1)} ms CPU)`,
      target: '≤ 2× bare pdfkit',
    },
    {
      name: 'the whole: badge, read back, tagged, archival, signed',
      measured: `${(all / least).toFixed(2)}× (${beside}, the whole ${all.toFixed(1)} ms CPU)`,
      target: '≤ 3.5× bare pdfkit',
    },
  ];
}

/** The same page without layout: each text is put where it was found. */
function drawBare(texts: Awaited<ReturnType<typeof readPdf>>['placed']): Promise<Buffer> {
  // pdfkit is a dependency of react-pdf, so we load it from there.
  const near = createRequire(createRequire(import.meta.url).resolve('@react-pdf/renderer'));
  const PdfKit = near('pdfkit');
  const doc = new PdfKit({ size: 'A4', margin: 0, autoFirstPage: true });
  const done = new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  doc.save();
  drawLine(doc, danish);
  doc.restore().save().translate(463, 716);
  drawQr(doc, qrCodeOf(danish.verifyUrl, 'M'), 76);
  doc.restore().fillColor(colours.ink);
  for (const { text, x0, y0, y1 } of texts) {
    const size = (y1 - y0) / 0.9;
    const font = fontOf(text, size);
    doc.font(font, size).text(text, x0, 841.89 - y0 - size, { lineBreak: false });
  }
  doc.rect(182, 600, 357, 0.75).fill().rect(182, 696, 357, 0.75).fill().end();
  return done;
}

/** The fonts of the page, so that the same four are subset and embedded. */
function fontOf(text: string, size: number) {
  if (size > 18) return parsedFont('Serif', 300);
  if (size > 8.1 && size < 8.3) return parsedFont('Mono', 400);
  const bold = [danish.issuer, danish.library, 'Forløbet', 'Kontrollér', 'november'].some((part) =>
    text.includes(part),
  );
  return parsedFont('Sans', bold ? 600 : 400);
}
