import type { CertificateEvent, CertificateStatus } from './certificate-status.ts';

/** What the issuer may do to a certificate after it was issued. */
export const certificateActions = ['suspend', 'lift', 'revoke', 'reissue', 'replace'] as const;
export type CertificateAction = (typeof certificateActions)[number];

/** The event that an action records on the certificate. Issuing anew records none: the old one stays revoked. */
export const factOfAction = {
  suspend: 'suspended',
  lift: 'suspension-lifted',
  revoke: 'revoked',
  replace: 'replaced',
} as const satisfies Record<Exclude<CertificateAction, 'reissue'>, CertificateEvent['type']>;

/**
 * What can be done to a certificate with this status. A suspended certificate cannot be replaced, because the new
 * number would make it valid again. A certificate that a newer one has taken over from cannot be changed.
 */
export function actionsOf(status: CertificateStatus): readonly CertificateAction[] {
  switch (status) {
    case 'not-yet':
      return ['suspend', 'revoke'];
    case 'valid':
    case 'renewal-open':
      return ['replace', 'suspend', 'revoke'];
    case 'suspended':
      return ['lift', 'revoke'];
    case 'revoked':
      return ['reissue'];
    case 'expired':
    case 'replaced':
    case 'superseded':
      return [];
  }
}
