import type { GateValue, MapClass, Staffing, Stage, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { danish } from '../../words/format.ts';
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

/** One row per municipality, sorted as Danes sort; each shows the verdict of the service that serves it. */
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

export const sorts = ['name', 'verdict', 'staffing', 'score'] as const;
export type ReportSort = (typeof sorts)[number];

/** The rows whose name holds the text and whose verdict is the wanted one, in the wanted order. */
export function filterReport(
  rows: readonly ReportRow[],
  wanted: { find: string; verdict: string; sort: ReportSort },
): ReportRow[] {
  const text = wanted.find.trim().toLocaleLowerCase('da');
  const found = rows.filter(
    ({ name, verdict }) =>
      name.toLocaleLowerCase('da').includes(text) && (wanted.verdict === '' || verdict === wanted.verdict),
  );
  return found.sort((a, b) => order[wanted.sort](a, b) || danish.compare(a.name, b.name));
}

const verdicts: Verdict[] = ['klar', 'ikke-klar', 'uafklaret'];
const order: Record<ReportSort, (a: ReportRow, b: ReportRow) => number> = {
  name: (a, b) => danish.compare(a.name, b.name),
  verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  staffing: (a, b) => b.staffing.countedForGate / b.staffing.required - a.staffing.countedForGate / a.staffing.required,
  score: (a, b) => b.score - a.score,
};
