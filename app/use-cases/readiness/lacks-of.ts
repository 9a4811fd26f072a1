import type { ReportRow } from './readiness-report.server.ts';

/** The gates that are not met or unknown, in the policy's order. */
export const lacksOf = ({ gates }: Pick<ReportRow, 'gates'>) =>
  gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt');
