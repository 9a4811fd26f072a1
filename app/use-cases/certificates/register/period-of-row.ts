import type { Period } from '#curriculum/certification/certificate-status.ts';
import type { CertificateRow } from '#db/queries/certificate.ts';

export type PeriodRow = Pick<CertificateRow, 'valid_from' | 'valid_until'>;

/** The period in which a certificate is valid, from its row. */
export const periodOfRow = ({ valid_from, valid_until }: PeriodRow): Period => ({
  validFrom: valid_from,
  validUntil: valid_until,
});
