import { type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { checkSignature } from './check-signature.ts';
import { Flaw, type FlawReason, must } from './flaw.ts';
import { certifyingSignature, refuseHidden } from './hidden-content.ts';
import { printedFactsOf } from './printed-facts.ts';
import { signedPartsOf } from './signed-parts.ts';
import { certificateOf } from './signing-key.ts';

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
      /** When an authority of time saw the signature. */
      stampedAt?: string;
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
    const { chain, stampedAt } = checkSignature(parts.cms, parts.signed, trusted);
    // Opened only now: what a trusted issuer signed is no bomb.
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    refuseHidden(pdf);
    const at = timeOf(certifyingSignature(pdf));
    for (const { validFrom, validTo } of chain)
      for (const then of [at, stampedAt ?? at])
        must(new Date(validFrom) <= then && then <= new Date(validTo), 'signer-not-valid-then');
    const signedBy = chain[0]!.subject.split('\n').join(', ');
    const facts = { ...printedFactsOf(pdf), signedAt: at.toISOString(), signedBy };
    return {
      state: 'signed',
      trusted: roots.length > 0,
      ...facts,
      ...(stampedAt && { stampedAt: stampedAt.toISOString() }),
    };
  } catch (error) {
    return { state: 'flawed', reason: error instanceof Flaw ? error.reason : 'unreadable' };
  }
}

/** PAdES keeps the time of signing in the PDF: the signer's word; a stamp, where there is one, is that of others. */
function timeOf(signature: PDFDict): Date {
  const time = signature.lookup(PDFName.of('M'));
  must(time instanceof PDFString, 'unreadable');
  return time.decodeDate();
}
