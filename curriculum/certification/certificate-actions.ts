import type { CertificateEvent, CertificateStatus } from './certificate-status.ts';

/** What the issuer may do to a certificate after it was issued. */
export const certificateActions = ['suspend', 'lift', 'revoke', 'reinstate', 'replace'] as const;
export type CertificateAction = (typeof certificateActions)[number];

/** The fact that each of them leaves on the certificate. */
export const factOfAction = {
  suspend: 'suspended',
  lift: 'suspension-lifted',
  revoke: 'revoked',
  reinstate: 'reinstated',
  replace: 'replaced',
} as const satisfies Record<CertificateAction, CertificateEvent['type']>;

/**
 * What can be done to a certificate that stands so. One that is suspended is not replaced: a new number would put it
 * in force again. What a newer one has taken over from stays as it is.
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
      return ['reinstate'];
    case 'expired':
    case 'replaced':
    case 'superseded':
      return [];
  }
}
