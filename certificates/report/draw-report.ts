import { renderToBuffer } from '@react-pdf/renderer';
import type { Printed, Printing } from '#certificates/drawing/draw-certificate.ts';
import { warmFonts } from '#certificates/drawing/fonts.ts';
import { finishDrawing } from '#certificates/file/finish-drawing.ts';
import { roomFor, type SignaturePlace } from '#certificates/file/signature-place.ts';
import { signFile } from '#certificates/signing/sign-file.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import type { Stamp } from '#certificates/signing/timestamp.ts';
import { cleanReport } from './clean-report.ts';
import type { ReportData } from './report-data.ts';
import { reportPages } from './report-pages.tsx';
import { reportWords } from './words.ts';

/**
 * Draws a report, reads the drawing back, tags it and signs it, all as a certificate is: it is accepted only if every page
 * says what it means and nothing overlaps. The same data and RSA key give the same bytes.
 */
export async function drawReport(
  given: ReportData,
  { fontsFolder, key: wanted, timeAuthority }: Printing = {},
): Promise<Printed> {
  await warmFonts(fontsFolder);
  const report = cleanReport(given);
  // A real key never signs invented people.
  const key = report.demo && wanted?.kind === 'real' ? undefined : wanted;
  const forStamp = (key && (await timeAuthority?.room())) ?? 0;
  const drawing = reportPages(report, key?.kind);
  if (drawing.missing.length > 0) return { ok: false, reason: 'letters-missing', letters: drawing.missing };
  const place = key && placeOf(report, key, forStamp);
  const finished = await finishDrawing(await renderToBuffer(drawing.element as never), drawing, place);
  if (!finished.ok) return { ok: false, reason: 'no-room', flaw: finished.flaw };
  if (!key) return { ok: true, bytes: finished.bytes };
  let stamped = false;
  const stamp: Stamp = async (signature) => {
    const token = await timeAuthority?.stamp(signature);
    stamped = token !== undefined;
    return token;
  };
  const bytes = await signFile(finished.bytes, key, forStamp > 0 ? stamp : undefined);
  return { ok: true, bytes, ...(timeAuthority && { stamped }) };
}

function placeOf({ language, issuer, issuedAt }: ReportData, key: SigningKey, forStamp: number): SignaturePlace {
  const { signature } = reportWords[language];
  const isReal = key.kind === 'real';
  return {
    at: new Date(issuedAt),
    signer: isReal ? issuer : signature.development,
    reason: signature.reason,
    label: signature.field,
    spoken: isReal ? signature.from(issuer) : signature.development,
    room: roomFor(key, forStamp),
  };
}
