import type { PrintedData } from './certificate-data.ts';
import type { ReportData } from './report/report-data.ts';

/** What a thread prints: a paper about one person, or a report. */
export type Printable = PrintedData | ReportData;
