import type { ReportRow } from './readiness-report.server.ts';

export const groups = ['ready', 'papersOnly', 'people', 'unknown'] as const;
export type Group = (typeof groups)[number];

/**
 * The one group a municipality is counted in: ready, lacking papers only, lacking people, or nobody knows its people. In
 * the last two the papers may be missing too.
 */
export function groupOf({ verdict, people }: Pick<ReportRow, 'verdict' | 'people'>): Group {
  if (people === 'ukendt') return 'unknown';
  if (people === 'ikke-opfyldt') return 'people';
  return verdict === 'klar' ? 'ready' : 'papersOnly';
}
