import { danish } from '#app/words/format.ts';
import type { GateValue, MapClass, Staffing, Stage, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { holds } from '#db/queries/contains.ts';
import type { Readiness } from './readiness-on.server.ts';

export type ReportRow = {
  code: string;
  name: string;
  pilot: boolean;
  verdict: Verdict;
  stage: Stage;
  mapClass: MapClass;
  score: number;
  gates: { key: string; value: GateValue; reason: string }[];
  staffing: Staffing;
};

/** One row per municipality in Danish order, each with the verdict of the service that covers it. */
export function readinessReport({ asOf, policyVersion, services }: Readiness): {
  asOf: string;
  policyVersion: string;
  municipalities: ReportRow[];
} {
  const municipalities = services.flatMap((service) =>
    service.municipalities.map(
      ({ code, name, pilot }): ReportRow => ({
        code,
        name,
        pilot,
        verdict: service.verdict,
        stage: service.stage,
        mapClass: service.mapClass,
        score: service.score,
        gates: service.gates.map(({ key, value, reason }) => ({ key, value, reason: reasonText(reason, 'da') })),
        staffing: service.staffing,
      }),
    ),
  );
  return { asOf, policyVersion, municipalities: municipalities.sort((a, b) => danish.compare(a.name, b.name)) };
}

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
export type Wanted = {
  find: string;
  verdict: Verdict | '';
  mapClass?: MapClass | '';
  pilots?: boolean;
  sort: ReportSort;
  reversed?: boolean;
};

/** The gates that are not met or unknown, in the policy's order. */
export const lacksOf = ({ gates }: Pick<ReportRow, 'gates'>) =>
  gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt');

/** Exactly one gate is not met, and no gate is unknown. */
export const isClose = (row: Pick<ReportRow, 'gates'>) =>
  lacksOf(row).length === 1 && lacksOf(row)[0]!.value === 'ikke-opfyldt';

/** The rows whose name contains the text and that match the filters, in the wanted order. */
export function filterReport(rows: readonly ReportRow[], wanted: Wanted): ReportRow[] {
  const { find, verdict, mapClass = '', pilots = false, sort, reversed = false } = wanted;
  const found = rows.filter(
    (row) =>
      holds(row.name, find.trim()) &&
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
