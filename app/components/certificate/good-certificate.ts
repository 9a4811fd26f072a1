import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';

/** Whether a certificate is good today, also while it can be renewed. */
export const isGood = (status: CertificateStatus | undefined): boolean =>
  status === 'valid' || status === 'renewal-open';
