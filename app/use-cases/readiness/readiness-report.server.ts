import { danish } from '#app/words/format.ts';
import type { GateValue, MapClass, Staffing, Stage, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import type { Readiness } from './readiness-of-the-country.server.ts';

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
