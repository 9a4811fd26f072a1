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
