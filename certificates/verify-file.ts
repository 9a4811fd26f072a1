import { type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { checkSignature } from './check-signature.ts';
import { Flaw, type FlawReason, must } from './flaw.ts';
import { certifyingSignature, refuseHidden } from './hidden-content.ts';
import { printedFactsOf } from './printed-facts.ts';
import { signedPartsOf } from './signed-parts.ts';
import { certificateOf, fingerprintOf } from './signing-key.ts';

/** What a file is by itself. `trusted` is false where no root was given to hold it against. */
export type FileFindings =
  | { state: 'unsigned' }
  | { state: 'flawed'; reason: FlawReason }
  | {
      state: 'signed';
      trusted: boolean;
      number: string;
      code: string;
      signedAt: string;
      signedBy: string;
      /** The certificates it was signed under by their SHA-256, the signer's own first. */
      chain: string[];
    };

/** Far more than a certificate takes, so that nobody makes us read for long. */
export const largestFile = 5_000_000;

/** Holds a file against the roots, without asking anybody: its form, its signature, then what is in it. */
export async function verifyFile(bytes: Uint8Array, roots: readonly Uint8Array[]): Promise<FileFindings> {
  try {
    must(bytes.length <= largestFile, 'too-large');
    const parts = signedPartsOf(Buffer.from(bytes));
    if (!parts) return { state: 'unsigned' };
    const trusted = roots.map(certificateOf);
    const { chain } = checkSignature(parts.cms, parts.signed, trusted);
    // Opened only now: what a trusted issuer signed is no bomb.
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    refuseHidden(pdf);
    const at = timeOf(certifyingSignature(pdf));
    for (const { validFrom, validTo } of chain)
      must(new Date(validFrom) <= at && at <= new Date(validTo), 'signer-not-valid-then');
    const signedBy = chain[0]!.subject.split('\n').join(', ');
    return {
      state: 'signed',
      trusted: roots.length > 0,
      ...printedFactsOf(pdf),
      signedAt: at.toISOString(),
      signedBy,
      chain: chain.map(fingerprintOf),
    };
  } catch (error) {
    return { state: 'flawed', reason: error instanceof Flaw ? error.reason : 'unreadable' };
  }
}

/** PAdES keeps the time of signing in the PDF: the signer's word, as there is no timestamp of others. */
function timeOf(signature: PDFDict): Date {
  const time = signature.lookup(PDFName.of('M'));
  must(time instanceof PDFString, 'unreadable');
  return time.decodeDate();
}
