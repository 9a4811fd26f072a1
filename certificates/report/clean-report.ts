import { cleanText } from '#certificates/drawing/clean-texts.ts';
import type { ReportData } from './report-data.ts';

/** The report with every text that somebody wrote made plain. */
export const cleanReport = (report: ReportData): ReportData => ({
  ...report,
  issuer: cleanText(report.issuer),
  taken: { ...report.taken, by: report.taken.by && cleanText(report.taken.by) },
  rows: report.rows.map((row) => ({
    ...row,
    name: cleanText(row.name),
    lacks: row.lacks.map(({ gate, is }) => ({ gate: cleanText(gate), is })),
  })),
  wave: report.wave && { ...report.wave, name: cleanText(report.wave.name) },
  gates: report.gates.map(({ kind, short, title, days }) => ({
    ...{ kind, short: cleanText(short), title: cleanText(title), days },
  })),
  overrides: report.overrides.map(({ place, reason, by, lastDay }) => ({
    ...{ place: cleanText(place), reason: cleanText(reason), by: cleanText(by), lastDay },
  })),
});
