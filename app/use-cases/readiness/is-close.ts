import { lacksOf } from './lacks-of.ts';
import type { ReportRow } from './readiness-report.server.ts';

/** Exactly one gate is not met, and no gate is unknown. */
export const isClose = (row: Pick<ReportRow, 'gates'>) =>
  lacksOf(row).length === 1 && lacksOf(row)[0]!.value === 'ikke-opfyldt';
