import { danish } from '#app/words/format.ts';
import type { Axis, MapClass, Stage, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { containsWords } from '#db/text-keys.ts';
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
export const axes = ['opfyldt', 'ikke-opfyldt', 'ukendt'] as const satisfies Axis[];
export const sorts = ['name', 'verdict', 'staffing', 'papers', 'stage', 'lacks'] as const;
export type ReportSort = (typeof sorts)[number];
/** What the report is filtered and sorted by. An empty text does not filter. */
export type ReportFilter = {
  find: string;
  verdict: Verdict | '';
  mapClass?: MapClass | '';
  people?: Axis | '';
  papers?: Axis | '';
  /** Only those with a paper that is too old or was never seen, whatever else they lack. */
  unknownPaper?: boolean;
  pilots?: boolean;
  sort: ReportSort;
  reversed?: boolean;
};

/** The rows whose name contains the text and that match the filters, in the wanted order. */
export function filterReport(rows: readonly ReportRow[], wanted: ReportFilter): ReportRow[] {
  const { find, verdict, mapClass = '', people = '', papers = '', unknownPaper = false } = wanted;
  const { pilots = false, sort, reversed = false } = wanted;
  const found = rows.filter(
    (row) =>
      containsWords(row.name, find.trim()) &&
      (verdict === '' || row.verdict === verdict) &&
      (mapClass === '' || row.mapClass === mapClass) &&
      (people === '' || row.people === people) &&
      (papers === '' || row.papers === papers) &&
      (!unknownPaper || row.unknownPapers > 0) &&
      (!pilots || row.pilot),
  );
  const way = reversed ? -1 : 1;
  const isLast = last[sort] ?? (() => false);
  return found.sort(
    (a, b) => Number(isLast(a)) - Number(isLast(b)) || way * order[sort](a, b) || danish.compare(a.name, b.name),
  );
}

const stages: Stage[] = ['ikke-startet', 'inviteret', 'tilsagn', 'i-drift', 'paa-pause'];
const shortage = ({ staffing }: ReportRow) => staffing.required - staffing.countedForGate;
const order: Record<ReportSort, (a: ReportRow, b: ReportRow) => number> = {
  name: (a, b) => danish.compare(a.name, b.name),
  verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  /** By shortage: those that lack most come first. */
  staffing: (a, b) => shortage(b) - shortage(a),
  papers: (a, b) => b.unmetPapers - a.unmetPapers || b.unknownPapers - a.unknownPapers,
  stage: (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage),
  lacks: (a, b) => lacksOf(a).length - lacksOf(b).length || Number(isClose(b)) - Number(isClose(a)),
};
/** Rows without a value for the sort order come last in both directions: unknown staffing, or nothing missing. */
const last: Partial<Record<ReportSort, (row: ReportRow) => boolean>> = {
  staffing: ({ staffing }) => staffing.missing === null,
  lacks: (row) => lacksOf(row).length === 0,
};
