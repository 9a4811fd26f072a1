import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import type { Reason, Verification } from './verification.ts';

/** The checks of a file, in this order. The first one that fails ends the checking. */
const kinds = ['form', 'signature', 'content', 'badge', 'register'] as const;
type Kind = (typeof kinds)[number];
export type FileCheck = { is: Kind; found: 'good' | 'bad' | 'unknown'; reason?: FileReason };
/** Every reason that concerns the file itself, not what its certificate is worth today. */
export type FileReason = Exclude<
  Reason,
  CertificateStatus | 'attendance-only' | 'unknown-code' | 'no-status-list' | `status-list-${string}`
>;

const belongs: Record<FileReason, Kind> = {
  'too-large': 'form',
  'not-a-pdf': 'form',
  'more-than-one-revision': 'form',
  'not-one-signature': 'form',
  'signature-does-not-cover-the-file': 'form',
  busy: 'form',
  'took-too-long': 'form',
  'signature-unreadable': 'signature',
  altered: 'signature',
  'signed-by-another-certificate': 'signature',
  'signature-wrong': 'signature',
  'timestamp-wrong': 'signature',
  'untrusted-root': 'signature',
  'former-root': 'signature',
  'signer-not-valid-then': 'signature',
  'signer-not-for-documents': 'signature',
  'signer-distrusted': 'signature',
  'no-root': 'signature',
  'no-signature': 'signature',
  'changes-permitted': 'content',
  'active-content': 'content',
  layers: 'content',
  unreadable: 'content',
  'no-number-and-code': 'content',
  'no-credential': 'badge',
  'credential-unreadable': 'badge',
  'credential-key-unknown': 'badge',
  'credential-key-compromised': 'badge',
  'credential-proof-wrong': 'badge',
  'credential-differs-from-page': 'badge',
  'credential-differs-from-register': 'badge',
  'not-in-register': 'register',
  'another-code-in-register': 'register',
  'other-bytes-than-issued': 'register',
  'no-register': 'register',
};

const isAboutFile = (reason: Reason): reason is FileReason => reason in belongs;

/** Lists each check with its result. Checks after a failed one were not made, so their result is unknown. */
export function fileChecksOf({ verdict, reasons, certificate }: Verification): FileCheck[] {
  const about = reasons.filter(isAboutFile);
  // Without a valid signature, the content of the file proves nothing, and only the register can recognize its bytes.
  const bytesAlone = about.some((reason) => reason === 'no-signature' || reason === 'former-root');
  const decisive = verdict === 'not-genuine' ? about.at(-1) : undefined;
  let over = false;
  // A proof of attendance never has a badge, so we leave that check out.
  return kinds
    .filter((is) => is !== 'badge' || certificate?.kind !== 'attendance')
    .map((is): FileCheck => {
      const reason = about.find((each) => belongs[each] === is);
      if (over || (bytesAlone && (is === 'content' || is === 'badge'))) return { is, found: 'unknown' };
      if (is === 'badge' && !reason && certificate?.badge !== 'proved')
        return { is, found: 'unknown', ...(certificate?.badge === 'none' && { reason: 'no-credential' as const }) };
      if (!reason) return { is, found: 'good' };
      over = reason === decisive || reason === 'busy' || reason === 'took-too-long';
      return { is, found: reason === decisive ? 'bad' : 'unknown', reason };
    });
}
