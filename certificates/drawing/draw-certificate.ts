import { renderToBuffer } from '@react-pdf/renderer';
import type { CredentialKey } from '#certificates/badge/credential-key.ts';
import { type SignedBadge, signBadge } from '#certificates/badge/sign-badge.ts';
import type { PrintedData } from '#certificates/certificate-data.ts';
import { finishDrawing } from '#certificates/file/finish-drawing.ts';
import { roomFor, type SignaturePlace } from '#certificates/file/signature-place.ts';
import { signFile } from '#certificates/signing/sign-file.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import type { Stamp, TimeAuthority } from '#certificates/signing/timestamp.ts';
import { spacings } from './certificate-fit.ts';
import { certificatePage } from './certificate-page.tsx';
import { cleanTexts } from './clean-texts.ts';
import { warmFonts } from './fonts.ts';
import { words, wordsOf } from './words.ts';

export type Printed =
  | {
      ok: true;
      bytes: Uint8Array;
      badge?: SignedBadge;
      stamped?: boolean;
      /** The certificates of the key that signed it, the signer's own first. */
      signedBy?: Uint8Array[];
    }
  | { ok: false; reason: 'letters-missing'; letters: string[] }
  /**
   * A text is too long for the page, however tightly it is set; `flaw` says which. `at`: the pages of a file of letters that
   * cannot be drawn, for this or for characters that are missing.
   */
  | { ok: false; reason: 'no-room'; flaw: string; at?: number[] }
  | { ok: false; reason: 'key-not-in-force' };
export type Printing = {
  fontsFolder?: string | undefined;
  key?: SigningKey | undefined;
  credentialKey?: CredentialKey | undefined;
  timeAuthority?: TimeAuthority | undefined;
};

/**
 * Draws the certificate and reads the drawing back. It is accepted only if it says what it means, fits on one page and
 * nothing overlaps; long texts are set tighter. Then the badge is added and the file is signed, if there are keys. The
 * same data and RSA key give the same bytes. Letters that IBM Plex lacks are an error.
 */
export async function drawCertificate(
  data: PrintedData,
  { fontsFolder, key: given, credentialKey, timeAuthority }: Printing = {},
): Promise<Printed> {
  await warmFonts(fontsFolder);
  // A real key must never sign for an invented person.
  const key = data.demo && given?.kind === 'real' ? undefined : given;
  const forStamp = (key && (await timeAuthority?.room())) ?? 0;
  const place = key && placeOf(cleanTexts(data), key, forStamp);
  const badge = await signedBadgeOf(cleanTexts(data), credentialKey);
  const attached = badge && { json: badge.json, description: words[data.language].attached };
  let flaw = '';
  for (const spacing of spacings) {
    const page = certificatePage(data, spacing, key?.kind);
    if (page.missing.length > 0) return { ok: false, reason: 'letters-missing', letters: page.missing };
    const finished = await finishDrawing(await renderToBuffer(page.element as never), page, place, attached);
    if (!finished.ok) {
      flaw = finished.flaw;
      continue;
    }
    if (!key) return { ok: true, bytes: finished.bytes, ...(badge && { badge }) };
    let stamped = false;
    const stamp: Stamp = async (signature) => {
      const token = await timeAuthority?.stamp(signature);
      stamped = token !== undefined;
      return token;
    };
    const bytes = await signFile(finished.bytes, key, forStamp > 0 ? stamp : undefined);
    return { ok: true, bytes, ...(badge && { badge }), ...(timeAuthority && { stamped }) };
  }
  return { ok: false, reason: 'no-room', flaw };
}

async function signedBadgeOf(data: PrintedData, key?: CredentialKey): Promise<SignedBadge | undefined> {
  if (data.variant === 'attendance' || !data.badge || !key || (data.demo && key.kind === 'real')) return undefined;
  return signBadge(data, data.badge, key);
}

function placeOf(data: PrintedData, key: SigningKey, forStamp: number): SignaturePlace {
  const w = wordsOf(data);
  const { issuer, issuedAt } = data;
  return {
    at: new Date(issuedAt),
    signer: key.kind === 'real' ? issuer : w.developmentSignature,
    reason: w.reason,
    label: w.field,
    spoken: key.kind === 'real' ? w.signature(issuer) : w.developmentSignature,
    room: roomFor(key, forStamp),
  };
}
