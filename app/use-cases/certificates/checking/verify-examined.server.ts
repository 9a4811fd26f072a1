import type { Distrusted } from '#app/platform/distrusted.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { KnownKey } from '#certificates/badge/credential-key.ts';
import type { FlawReason } from '#certificates/checking/flaw.ts';
import type { Examined } from '#certificates/file-examiner.ts';
import { isProofNumber } from '#curriculum/certification/attendance-proof.ts';
import { findAttendanceProof } from '#db/queries/attendance-proof.ts';
import { findCertificate, findCertificateByFile } from '#db/queries/certificate.ts';
import { agreesWithRegister } from './agrees-with-register.ts';
import {
  attendanceOnly,
  type Reason,
  type ShownCertificate,
  type UncheckedReason,
  type Verification,
} from './verification.ts';
import { type StatusGiven, verifyOffline } from './verify-offline.server.ts';
import { verifyPaper } from './verify-paper.server.ts';
import { verifyReport } from './verify-report.server.ts';
import { verifyReportBytes } from './verify-report-bytes.server.ts';

/** What to check against without the register: keys of badges, status lists, and keys that are distrusted. */
export type GivenTrust = StatusGiven & { keys?: readonly KnownKey[]; distrusted?: readonly Distrusted[] };

/**
 * Combines the checks of the file itself with the register, if there is one: badge, bytes and status. A result is never
 * valid if something could not be checked.
 */
export async function verifyExamined(
  register: World | undefined,
  found: Examined,
  digest: string,
  given: GivenTrust = {},
): Promise<Verification> {
  return withDistrust(await foundInRegister(register, found, digest, given), given.distrusted ?? []);
}

/**
 * Whoever has a stolen key can sign with any date. So if a key is distrusted from a day on, only what the register
 * issued before that day still counts. A file the register does not know is not genuine anyway.
 */
function withDistrust(found: Verification, distrusted: readonly Distrusted[]): Verification {
  const { verdict, reasons, certificate, report } = found;
  const given = distrusted.filter(({ sha256 }) => (certificate ?? report)?.signers?.includes(sha256));
  if (given.length === 0 || verdict === 'not-genuine') return found;
  const issuedOn = certificate?.issuedOn ?? report?.takenOn;
  if (issuedOn && given.every(({ from }) => issuedOn < from)) return found;
  return { verdict: 'unchecked', reasons: ['signer-distrusted', ...reasons], certificate, ...(report && { report }) };
}

async function foundInRegister(
  register: World | undefined,
  found: Examined,
  digest: string,
  given: GivenTrust,
): Promise<Verification> {
  if (found.state === 'unexamined') return { verdict: 'unchecked', reasons: [found.reason], certificate: null };
  if (found.state === 'flawed') return verifyFlawed(register, found.reason, digest);
  if (found.state === 'unsigned') return verifyUnsigned(register, digest);
  const unchecked: UncheckedReason[] = [
    ...(found.trusted ? [] : (['no-root'] as const)),
    // The register refuses other bytes than it issued, whoever signed them.
    ...(found.pinned || register ? [] : (['no-signers'] as const)),
  ];
  const { code, signedAt, signedBy, stampedAt, signers } = found;
  if (found.state === 'report') {
    const said = { code, signedAt, signedBy, signers, ...(stampedAt && { stampedAt }) };
    return verifyReport(register, said, digest, unchecked);
  }
  const { number, name, badge } = found;
  const shown = {
    number,
    code,
    name,
    nameIsFull: true,
    signedAt,
    signedBy,
    ...(stampedAt && { stampedAt }),
    badge: badge.state,
    signers,
  };
  if (isProofNumber(number)) return verifyAttendance(register, shown, unchecked, digest);
  if (!register) return verifyOffline(badge, unchecked, shown, { ...given, keys: given.keys ?? [] });
  const row = await findCertificate(register.db, { number });
  const refuse = (reason: Reason): Verification => ({ verdict: 'not-genuine', reasons: [reason], certificate: shown });
  if (!row) return refuse('not-in-register');
  // The register contains every key of ours, so an unknown key is not ours.
  if (badge.state === 'unchecked' && badge.reason === 'credential-key-unknown') return refuse(badge.reason);
  if (badge.state === 'proved' && !agreesWithRegister(register, badge.facts, row))
    return refuse('credential-differs-from-register');
  if (row.verify_code !== code) return refuse('another-code-in-register');
  if ((await findCertificateByFile(register.db, digest))?.number !== number) return refuse('other-bytes-than-issued');
  const now = await verifyPaper(register, code);
  const certificate = { ...now.certificate, ...shown };
  if (unchecked.length === 0) return { ...now, certificate };
  return { verdict: 'unchecked', reasons: [...unchecked, ...now.reasons], certificate };
}

/** A proof of attendance has no badge and no status list, so only the register knows whether it was issued. */
async function verifyAttendance(
  register: World | undefined,
  shown: ShownCertificate & { number: string; code: string },
  unchecked: readonly UncheckedReason[],
  digest: string,
): Promise<Verification> {
  if (!register)
    return { verdict: 'unchecked', reasons: [attendanceOnly, ...unchecked, 'no-register'], certificate: shown };
  const refuse = (reason: Reason): Verification => ({ verdict: 'not-genuine', reasons: [reason], certificate: shown });
  const row = await findAttendanceProof(register.db, { number: shown.number });
  if (!row) return refuse('not-in-register');
  if (row.verify_code !== shown.code) return refuse('another-code-in-register');
  if (row.file_da !== digest && row.file_en !== digest) return refuse('other-bytes-than-issued');
  const now = await verifyPaper(register, shown.code);
  const certificate = { ...now.certificate, ...shown };
  if (unchecked.length === 0) return { ...now, certificate };
  return { verdict: 'unchecked', reasons: [...unchecked, ...now.reasons], certificate };
}

/** Bytes that the register issued, but signed under a root we no longer trust, are not called false. */
async function verifyFlawed(register: World | undefined, reason: FlawReason, digest: string): Promise<Verification> {
  const issued = reason === 'untrusted-root' && register && (await findCertificateByFile(register.db, digest));
  if (!issued) {
    const report = reason === 'untrusted-root' && (await verifyReportBytes(register, 'former-root', digest));
    return report || { verdict: 'not-genuine', reasons: [reason], certificate: null };
  }
  return unchecked(register, 'former-root', issued.verify_code);
}

/**
 * Issued before there was a signing key: only the register recognizes the bytes, and nothing in the file proves its
 * origin.
 */
async function verifyUnsigned(register: World | undefined, digest: string): Promise<Verification> {
  if (!register) return { verdict: 'unchecked', reasons: ['no-signature', 'no-register'], certificate: null };
  const issued = await findCertificateByFile(register.db, digest);
  if (!issued) {
    const report = await verifyReportBytes(register, 'no-signature', digest);
    return report ?? { verdict: 'not-genuine', reasons: ['no-signature', 'not-in-register'], certificate: null };
  }
  return unchecked(register, 'no-signature', issued.verify_code);
}

async function unchecked(register: World, reason: Reason, code: string): Promise<Verification> {
  const now = await verifyPaper(register, code);
  return {
    verdict: 'unchecked',
    reasons: [reason, ...now.reasons],
    certificate: now.certificate && { ...now.certificate, code },
  };
}
