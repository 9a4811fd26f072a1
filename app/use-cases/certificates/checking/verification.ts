import type { FlawReason } from '#certificates/checking/flaw.ts';
import type { BadgeFindings } from '#certificates/checking/verify-file.ts';
import type { CheckedAttendance, CheckedCertificate } from './check-certificate.server.ts';

export type StatusReason = 'no-status-list' | 'status-list-stale';
type RegisterReason =
  | 'not-in-register'
  | 'another-code-in-register'
  | 'other-bytes-than-issued'
  | 'credential-differs-from-register';
export type UncheckedReason =
  | 'signer-distrusted'
  | 'no-root'
  | 'no-signers'
  | 'no-register'
  | 'no-signature'
  | 'no-credential'
  | 'former-root'
  | 'busy'
  | 'took-too-long'
  | StatusReason;
/** The file is a report of ours, which certifies nothing; or its figures are no longer those that were frozen. */
export type ReportReason = 'report-only' | 'snapshot-altered';
/** What the register says about a report, and what its signature says. */
export type CheckedReport = Pick<OfFile, 'code'> &
  Partial<Pick<OfFile, 'signedAt' | 'signedBy' | 'stampedAt' | 'signers'>> &
  Partial<{ asOf: string; takenOn: string; sha256: string; policyVersion: string; isAsStored: boolean }>;
/** The file is genuine but is not a certificate, because attending a course certifies nobody. */
export const attendanceOnly = 'attendance-only';
export type Reason =
  | typeof attendanceOnly
  | FlawReason
  | RegisterReason
  | UncheckedReason
  | CheckedCertificate['status']
  | ReportReason
  | 'unknown-code';
type OfFile = {
  number: string;
  code: string;
  signedAt: string;
  signedBy: string;
  stampedAt?: string;
  /** The SHA-256 of each certificate in the signature's chain, the signer's own first. */
  signers: string[];
  /** Whether the file contains a badge, and the result of checking it. */
  badge: BadgeFindings['state'];
  /** The date of the status lists, if they were used instead of the register. */
  asOf: string;
};
export type ShownCertificate = Partial<
  Omit<CheckedCertificate, 'number'> & Pick<CheckedAttendance, 'kind' | 'days'> & OfFile
>;

export type Verification = {
  verdict: 'valid' | 'not-valid-now' | 'not-genuine' | 'unchecked';
  reasons: Reason[];
  certificate: ShownCertificate | null;
  report?: CheckedReport;
};
