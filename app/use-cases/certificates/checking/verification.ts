import type { FlawReason } from '#certificates/checking/flaw.ts';
import type { BadgeFindings } from '#certificates/checking/verify-file.ts';
import type { CheckedAttendance, CheckedCertificate } from './check-certificate.server.ts';

export type StatusReason = 'no-status-list' | 'status-list-stale';
type RegisterReason =
  | 'not-in-register'
  | 'another-code-in-register'
  | 'other-bytes-than-issued'
  | 'credential-differs-from-register';
export type Unchecked =
  | 'signer-distrusted'
  | 'no-root'
  | 'no-register'
  | 'no-signature'
  | 'no-credential'
  | 'former-root'
  | 'busy'
  | 'took-too-long'
  | StatusReason;
/** Genuine, and no certificate: nobody is certified by having been there. */
export const attendanceOnly = 'attendance-only';
export type Reason =
  | typeof attendanceOnly
  | FlawReason
  | RegisterReason
  | Unchecked
  | CheckedCertificate['status']
  | 'unknown-code';
type OfFile = {
  number: string;
  code: string;
  signedAt: string;
  signedBy: string;
  stampedAt?: string;
  /** The certificates it was signed under by their SHA-256, the signer's own first. */
  signers: string[];
  /** Whether a badge is in it, and what came of that. */
  badge: BadgeFindings['state'];
  /** The date of the status lists, where they were asked instead of the register. */
  asOf: string;
};
export type Shown = Partial<Omit<CheckedCertificate, 'number'> & Pick<CheckedAttendance, 'kind' | 'days'> & OfFile>;

export type Verification = {
  verdict: 'valid' | 'not-valid-now' | 'not-genuine' | 'unchecked';
  reasons: Reason[];
  certificate: Shown | null;
};
