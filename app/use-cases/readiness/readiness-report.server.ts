import { danish } from '#app/words/format.ts';
import type {
  Axis,
  FallingPaper,
  GateResult,
  GateValue,
  MapClass,
  ScorePart,
  Staffing,
  Stage,
  Verdict,
} from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import type { Readiness } from './readiness-of-the-country.server.ts';

export type ReportRow = {
  code: string;
  name: string;
  pilot: boolean;
  verdict: Verdict;
  /** Only of a coming day. */
  strict?: { verdict: Verdict; gates: { key: string; value: GateValue; reason: string }[] };
  falling: FallingPaper[];
  people: Axis;
  papers: Axis;
  stage: Stage;
  mapClass: MapClass;
  score: number;
  scoreParts: ScorePart[];
  gates: { key: string; value: GateValue; reason: string }[];
  staffing: Staffing;
  /** How many have a seat on a hold and do not count yet. */
  onHold: number;
  /** How many papers say no, and how many are too old or were never seen. */
  unmetPapers: number;
  unknownPapers: number;
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
        ...(service.strict && {
          strict: { verdict: service.strict.verdict, gates: service.strict.gates.map(saidGate) },
        }),
        falling: service.falling ?? [],
        people: service.people,
        papers: service.papers,
        stage: service.stage,
        mapClass: service.mapClass,
        score: service.score,
        scoreParts: service.scoreParts,
        gates: service.gates.map(saidGate),
        staffing: service.staffing,
        onHold: service.onHold,
        unmetPapers: papersOf(service, 'ikke-opfyldt'),
        unknownPapers: papersOf(service, 'ukendt'),
      }),
    ),
  );
  return { asOf, policyVersion, municipalities: municipalities.sort((a, b) => danish.compare(a.name, b.name)) };
}

const saidGate = ({ key, value, reason }: GateResult) => ({ key, value, reason: reasonText(reason, 'da') });

const papersOf = ({ gates }: Readiness['services'][number], value: GateValue) =>
  gates.filter((gate) => gate.kind === 'evidence' && gate.value === value).length;
