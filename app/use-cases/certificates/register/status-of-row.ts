import {
  type CertificateEvent,
  type CertificateStatus,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import { type PeriodRow, periodOfRow } from './period-of-row.ts';

/** The status of a certificate on a day, computed from its row and its events. */
export const statusOfRow = (row: PeriodRow, events: readonly CertificateEvent[], day: string): CertificateStatus =>
  statusOn(periodOfRow(row), events, day);
