import type { ReactNode } from 'react';
import type { ReportData } from './report-data.ts';
import type { Writer } from './report-writer.tsx';

/** What a page of the report draws with, and what it draws. */
export type ReportPage = (writer: Writer, report: ReportData) => ReactNode;

/** The page in points; it is slightly less than A4 high, because react-pdf moves anything taller to another page. */
export const page = { width: 499, left: 48, top: 34, bottom: 34, height: 840 };
