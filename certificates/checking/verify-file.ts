import { type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { attachedBadge } from '#certificates/badge/badge-file.ts';
import type { KnownKey } from '#certificates/badge/credential-key.ts';
import { type BadgeFacts, readBadge, readBadgeJwt } from '#certificates/badge/read-badge.ts';
import { certificateOf, fingerprintOf } from '#certificates/signing/signing-key.ts';
import { checkSignature } from './check-signature.ts';
import { Flaw, type FlawReason, must } from './flaw.ts';
import { certifyingSignature, refuseHidden } from './hidden-content.ts';
import { printedFactsOf, printsTheSame } from './printed-facts.ts';
import { signedPartsOf } from './signed-parts.ts';

/** What a badge is by itself; `unchecked` where its key is not known, or was given up. */
export type BadgeFindings =
  | { state: 'none' }
  | { state: 'unchecked'; reason: 'credential-key-unknown' | 'credential-key-compromised' }
  | { state: 'flawed'; reason: FlawReason }
  | { state: 'proved'; facts: BadgeFacts };

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
      badge: BadgeFindings;
      /** The certificates it was signed under by their SHA-256, the signer's own first. */
      signers: string[];
    };

/** Far more than a certificate takes, so that nobody makes us read for long. */
export const largestFile = 5_000_000;

/**
 * Holds a file against the roots and its badge against the keys, without asking anybody: its form, its signature, then
 * what is in it. A badge that is wrong, or says anything else than the page, makes the file wrong.
 */
export async function verifyFile(
  bytes: Uint8Array,
  roots: readonly Uint8Array[],
  keys: readonly KnownKey[] = [],
): Promise<FileFindings> {
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
    const printed = printedFactsOf(pdf);
    const attached = attachedBadge(pdf);
    const badge = attached === undefined ? { state: 'none' as const } : await badgeFindings(readBadge(attached, keys));
    must(badge.state !== 'proved' || printsTheSame(printed, badge.facts), 'credential-differs-from-page');
    if (badge.state === 'flawed') return badge;
    return {
      state: 'signed',
      trusted: roots.length > 0,
      number: printed.number,
      code: printed.code,
      signedAt: at.toISOString(),
      signedBy,
      ...(stampedAt && { stampedAt: stampedAt.toISOString() }),
      badge,
      signers: chain.map(fingerprintOf),
    };
  } catch (error) {
    return { state: 'flawed', reason: error instanceof Flaw ? error.reason : 'unreadable' };
  }
}

/** A badge by itself: JSON with its proof, or a JWT. */
export function verifyBadge(text: string, keys: readonly KnownKey[]): Promise<BadgeFindings> {
  return badgeFindings(isJwt(text) ? readBadgeJwt(text.trim(), keys) : readBadge(text, keys));
}

async function badgeFindings(reading: Promise<BadgeFacts>): Promise<BadgeFindings> {
  try {
    return { state: 'proved', facts: await reading };
  } catch (error) {
    const reason = error instanceof Flaw ? error.reason : 'credential-unreadable';
    if (reason === 'credential-key-unknown' || reason === 'credential-key-compromised')
      return { state: 'unchecked', reason };
    return { state: 'flawed', reason };
  }
}

const isJwt = (text: string) => /^[\w-]+\.[\w-]*\.[\w-]*\s*$/.test(text);

/** PAdES keeps the time of signing in the PDF: the signer's word; a stamp, where there is one, is that of others. */
function timeOf(signature: PDFDict): Date {
  const time = signature.lookup(PDFName.of('M'));
  must(time instanceof PDFString, 'unreadable');
  return time.decodeDate();
}
