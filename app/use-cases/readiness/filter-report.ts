import { danish } from '#app/words/format.ts';
import { containsText } from '#curriculum/contains-text.ts';
import type { MapClass, Stage, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { isClose } from './is-close.ts';
import { lacksOf } from './lacks-of.ts';
import type { ReportRow } from './readiness-report.server.ts';

export const verdicts = ['klar', 'ikke-klar', 'uafklaret'] as const satisfies Verdict[];
/** The map classes in the order of the legend. */
export const mapClasses = [
  'klar',
  'bemandet',
  'under-uddannelse',
  'ikke-i-gang',
  'uafklaret',
] as const satisfies MapClass[];
export const sorts = ['name', 'verdict', 'class', 'staffing', 'score', 'stage', 'lacks'] as const;
export type ReportSort = (typeof sorts)[number];
/** What the report is filtered and sorted by. An empty text does not filter. */
export type ReportFilter = {
  find: string;
  verdict: Verdict | '';
  mapClass?: MapClass | '';
  pilots?: boolean;
  sort: ReportSort;
  reversed?: boolean;
};

/** The rows whose name contains the text and that match the filters, in the wanted order. */
export function filterReport(rows: readonly ReportRow[], wanted: ReportFilter): ReportRow[] {
  const { find, verdict, mapClass = '', pilots = false, sort, reversed = false } = wanted;
  const found = rows.filter(
    (row) =>
      containsText(row.name, find.trim()) &&
      (verdict === '' || row.verdict === verdict) &&
      (mapClass === '' || row.mapClass === mapClass) &&
      (!pilots || row.pilot),
  );
  const way = reversed ? -1 : 1;
  const isLast = last[sort] ?? (() => false);
  return found.sort(
    (a, b) => Number(isLast(a)) - Number(isLast(b)) || way * order[sort](a, b) || danish.compare(a.name, b.name),
  );
}

const stages: Stage[] = [
  'ikke-startet',
  'inviteret',
  'tilsagn',
  'under-uddannelse',
  'bemandet',
  'klar',
  'i-drift',
  'paa-pause',
];
const order: Record<ReportSort, (a: ReportRow, b: ReportRow) => number> = {
  name: (a, b) => danish.compare(a.name, b.name),
  verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  staffing: (a, b) => b.staffing.countedForGate / b.staffing.required - a.staffing.countedForGate / a.staffing.required,
  score: (a, b) => b.score - a.score,
  class: (a, b) => mapClasses.indexOf(a.mapClass) - mapClasses.indexOf(b.mapClass),
  stage: (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage),
  lacks: (a, b) => lacksOf(a).length - lacksOf(b).length || Number(isClose(b)) - Number(isClose(a)),
};
/** Rows without a value for the sort order come last in both directions: unknown staffing, or nothing missing. */
const last: Partial<Record<ReportSort, (row: ReportRow) => boolean>> = {
  staffing: ({ staffing }) => staffing.missing === null,
  lacks: (row) => lacksOf(row).length === 0,
};
