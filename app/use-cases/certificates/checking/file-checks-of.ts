import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import type { Reason, ReportReason, Verification } from './verification.ts';

/** The checks of a file, in this order. The first one that fails ends the checking. */
const kinds = ['form', 'signature', 'content', 'badge', 'register'] as const;
type Kind = (typeof kinds)[number];
/** A paper as PDF, or a badge by itself. */
export type Brought = 'paper' | 'badge';
export type FileCheck = { is: Kind; found: 'good' | 'bad' | 'unknown'; reason?: FileReason };
/** Every reason that concerns the file itself, not what its certificate is worth today. */
export type FileReason = Exclude<
  Reason,
  CertificateStatus | ReportReason | 'attendance-only' | 'unknown-code' | 'no-status-list' | `status-list-${string}`
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
  'timestamp-untrusted': 'signature',
  'signer-unknown': 'signature',
  'no-signers': 'signature',
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
  'packed-otherwise': 'content',
  'unpacks-too-far': 'content',
  'more-than-we-write': 'content',
  'annotation-added': 'content',
  'link-elsewhere': 'content',
  'signature-visible': 'content',
  'page-turned-or-cropped': 'content',
  'drawn-otherwise': 'content',
  'reads-otherwise': 'content',
  'says-otherwise': 'content',
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

/** A badge has a proof and a place in the register, and none of the rest. */
function badgeChecksOf({ verdict, reasons, certificate }: Verification): FileCheck[] {
  const [reason] = reasons.filter(isAboutFile);
  const failed = verdict === 'not-genuine' ? 'bad' : 'unknown';
  if (reason && belongs[reason] !== 'register')
    return [
      { is: 'badge', found: failed, reason },
      { is: 'register', found: 'unknown' },
    ];
  const proved = certificate?.badge === 'proved' ? 'good' : 'unknown';
  return [
    { is: 'badge', found: proved },
    { is: 'register', ...(reason ? { found: failed, reason } : { found: 'good' as const }) },
  ];
}

/** Lists each check with its result. Checks after a failed one were not made, so their result is unknown. */
export function fileChecksOf(verification: Verification, brought: Brought = 'paper'): FileCheck[] {
  if (brought === 'badge') return badgeChecksOf(verification);
  const { verdict, reasons, certificate, report } = verification;
  const about = reasons.filter(isAboutFile);
  // Without a valid signature, the content of the file proves nothing, and only the register can recognize its bytes.
  const bytesAlone = about.some((reason) => reason === 'no-signature' || reason === 'former-root');
  const decisive = verdict === 'not-genuine' ? about.at(-1) : undefined;
  let over = false;
  // A proof of attendance and a report never have a badge, so we leave that check out.
  return kinds
    .filter((is) => is !== 'badge' || !(report || certificate?.kind === 'attendance'))
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
