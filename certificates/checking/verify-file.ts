import type { X509Certificate } from 'node:crypto';
import { type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { attachedBadge } from '#certificates/badge/badge-file.ts';
import type { KnownKey } from '#certificates/badge/credential-key.ts';
import { type BadgeFacts, readBadge, readBadgeJwt } from '#certificates/badge/read-badge.ts';
import { certificateOf, fingerprintOf } from '#certificates/signing/signing-key.ts';
import { certificatesInSignature, checkSignature } from './check-signature.ts';
import { Flaw, type FlawReason, must } from './flaw.ts';
import { certifyingSignature, refuseHidden } from './hidden-content.ts';
import { printedFactsOf, printsTheSame } from './printed-facts.ts';
import { reportCodeOf } from './report-code.ts';
import { signedPartsOf } from './signed-parts.ts';
import { limitUnpacking } from './unpacking-limit.ts';

/** The result for a badge alone; `unchecked` if its key is unknown or compromised. */
export type BadgeFindings =
  | { state: 'none' }
  | { state: 'unchecked'; reason: 'credential-key-unknown' | 'credential-key-compromised' }
  | { state: 'flawed'; reason: FlawReason }
  | { state: 'proved'; facts: BadgeFacts };

/**
 * The result for a file alone. `trusted` is false if there were no roots to check against, `pinned` if it is not known
 * whether the signer is one of ours.
 */
export type FileFindings =
  | { state: 'unsigned' }
  | { state: 'flawed'; reason: FlawReason }
  /** A report: only the register knows whether it stored these bytes. */
  | ({ state: 'report'; code: string } & Signed)
  /** `name` is the name on the page. */
  | ({ state: 'signed'; number: string; code: string; name: string; badge: BadgeFindings } & Signed);

type Signed = {
  trusted: boolean;
  pinned: boolean;
  signedAt: string;
  signedBy: string;
  /** When a timestamp authority saw the signature; undefined if its certificate leads to none of its roots. */
  stampedAt?: string;
  /** The SHA-256 of the signing certificates, the signer's own first. */
  signers: string[];
};

/** What a file is held against besides the roots. */
export type Trust = {
  /** The SHA-256 of the certificates that sign for us, and whether these are all that ever did. */
  signers?: { known: readonly string[]; complete: boolean };
  /** The roots of the timestamp authorities. */
  timeRoots?: readonly Uint8Array[];
  /** True if the register issued these very bytes: then neither an old signer nor an old authority is held against them. */
  issued?: boolean;
};

/** Far more than a certificate needs; without a limit, a stranger's file could keep us reading for long. */
export const largestFile = 5_000_000;

/**
 * Checks a file against the roots and signers and its badge against the keys, without asking anybody: first the form,
 * then the signature, then the content. A badge that is invalid or disagrees with the page makes the file invalid.
 */
export async function verifyFile(
  bytes: Uint8Array,
  roots: readonly Uint8Array[],
  keys: readonly KnownKey[] = [],
  { signers, timeRoots = [], issued = false }: Trust = {},
): Promise<FileFindings> {
  try {
    must(bytes.length <= largestFile, 'too-large');
    const file = Buffer.from(bytes);
    const parts = signedPartsOf(file);
    if (!parts) return { state: 'unsigned' };
    const [trusted, authorities] = [roots.map(certificateOf), timeRoots.map(certificateOf)];
    const { chain, stamp } = checkSignature(parts.cms, parts.signed, trusted, authorities);
    const pinned = issued || (signers?.known.includes(fingerprintOf(chain[0]!)) ?? false);
    must(pinned || !signers?.complete, 'signer-unknown');
    must(!stamp || stamp.trusted || issued || authorities.length === 0, 'timestamp-untrusted');
    const stampedAt = stamp?.trusted ? stamp.at : undefined;
    limitUnpacking(file);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    refuseHidden(pdf);
    const at = timeOf(certifyingSignature(pdf));
    for (const { validFrom, validTo } of chain)
      for (const then of [at, stampedAt ?? at])
        must(new Date(validFrom) <= then && then <= new Date(validTo), 'signer-not-valid-then');
    const signedBy = chain[0]!.subject.split('\n').join(', ');
    const signature = {
      ...{ trusted: roots.length > 0, pinned, signedAt: at.toISOString(), signedBy },
      ...(stampedAt && { stampedAt: stampedAt.toISOString() }),
      signers: chain.map(fingerprintOf),
    };
    const report = reportCodeOf(pdf);
    if (report) return { state: 'report', code: report, ...signature };
    const printed = await printedFactsOf(pdf);
    const attached = attachedBadge(pdf);
    const badge = attached === undefined ? { state: 'none' as const } : await badgeFindings(readBadge(attached, keys));
    must(badge.state !== 'proved' || printsTheSame(printed, badge.facts), 'credential-differs-from-page');
    if (badge.state === 'flawed') return badge;
    const { number, code, name } = printed;
    return { state: 'signed', number, code, name, badge, ...signature };
  } catch (error) {
    return { state: 'flawed', reason: error instanceof Flaw ? error.reason : 'unreadable' };
  }
}

/** The certificates of the signer of a file that we issued, for the list of all that ever signed. */
export function signerOf(bytes: Uint8Array): X509Certificate[] {
  const parts = signedPartsOf(Buffer.from(bytes));
  return parts ? certificatesInSignature(parts.cms) : [];
}

/** Checks a badge alone: JSON with its proof, or a JWT. */
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

/**
 * PAdES keeps the time of signing in the PDF. It is only the signer's claim; a timestamp, if there is one, comes from
 * somebody else.
 */
function timeOf(signature: PDFDict): Date {
  const time = signature.lookup(PDFName.of('M'));
  must(time instanceof PDFString, 'unreadable');
  return time.decodeDate();
}
