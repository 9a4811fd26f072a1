import { type ReportData, type ReportPart, type ReportRow, reportParts } from './report-data.ts';
import { reportWords } from './words.ts';

/** How many municipalities are in each part. */
export function countsOf(rows: readonly Pick<ReportRow, 'part'>[]): Record<ReportPart, number> {
  const counts = Object.fromEntries(reportParts.map((part) => [part, 0])) as Record<ReportPart, number>;
  for (const { part } of rows) counts[part] += 1;
  return counts;
}

/** "Klar: 41, mangler kun papirer: 13", the parts that have any. */
export const saidCounts = (counts: Record<ReportPart, number>, language: ReportData['language']): string =>
  reportParts
    .filter((part) => counts[part] > 0)
    .map((part) => `${reportWords[language].parts[part].name.replace(', ', ' – ')}: ${counts[part]}`)
    .join(', ');
