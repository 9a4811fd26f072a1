import type { PrintedData } from './certificate-data.ts';
import type { LettersData } from './letter/letters-data.ts';
import type { ReportData } from './report/report-data.ts';

/** What a thread prints: a paper about one person, a report, or letters. */
export type Printable = PrintedData | ReportData | LettersData;
