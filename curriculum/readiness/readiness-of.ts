import { addDays } from '../calendar/calendar-day.ts';
import { type GateRule, type Policy, type PolicyVersion, versionOn } from './parse-policy.ts';

export type GateValue = 'opfyldt' | 'ikke-opfyldt' | 'ukendt' | 'ikke-relevant';
export type Verdict = 'klar' | 'ikke-klar' | 'uafklaret';
export type Stage =
  | 'ikke-startet'
  | 'inviteret'
  | 'tilsagn'
  | 'under-uddannelse'
  | 'bemandet'
  | 'klar'
  | 'i-drift'
  | 'paa-pause';
export type MapClass = 'klar' | 'uafklaret' | 'bemandet' | 'under-uddannelse' | 'ikke-i-gang';

/** What is known about one library service on a day. */
export type ServiceFacts = {
  serviceId: string;
  name: string;
  municipalities: { code: string; name: string; population: number; pilot: boolean }[];
  /** Has anybody ever been on record here by that day? Before that, nothing can be said about staffing. */
  anyAffiliation: boolean;
  advisers: number;
  advisersWithConfidentiality: number;
  certified: number;
  /** Of those, the ones whose certificate also holds for the margin to come. */
  countedForGate: number;
  /** The latest known word on each gate. */
  evidence: { gate: string; value: GateValue; observedOn: string; expiresOn: string | null }[];
  rollout: { type: 'invited' | 'committed' | 'paused' | 'resumed' | 'live'; on: string }[];
  inTraining: boolean;
  guidancePoints: { total: number; staffed: number };
  channels: number;
  meetings: number;
  guidance: { sessions: number; resolved: number };
};

/** Why a gate has its value; the page makes a sentence of it. */
export type Reason =
  | { code: 'staffed' | 'short'; required: number; counted: number; expiring: number }
  | { code: 'no-affiliation' | 'no-adviser' | 'no-evidence' }
  | { code: 'all-passed' | 'not-all-passed'; passed: number; advisers: number }
  | { code: 'evidence'; on: string }
  | { code: 'stale'; on: string; until: string };

export type GateResult = { key: string; value: GateValue; reason: Reason };
export type Staffing = { required: number; certified: number; countedForGate: number };

export type ServiceReadiness = {
  serviceId: string;
  name: string;
  municipalities: ServiceFacts['municipalities'];
  gates: GateResult[];
  verdict: Verdict;
  stage: Stage;
  mapClass: MapClass;
  score: number;
  staffing: Staffing;
};

/** A library service is ready when every gate is met; one gate not met makes it not ready; else what is unknown leaves it open. */
export function readinessOf(policy: Policy, asOf: string, facts: ServiceFacts): ServiceReadiness {
  const rules = versionOn(policy, asOf);
  const staffing = {
    required: requiredAdvisers(rules, facts),
    certified: facts.certified,
    countedForGate: facts.countedForGate,
  };
  const gates = policy.gates.map((gate) => gateOf(gate, rules, asOf, facts, staffing));
  const verdict = verdictOf(gates.map(({ value }) => value));
  const staffed = gates.some(
    ({ key, value }) => value === 'opfyldt' && policy.gates.find((gate) => gate.key === key)?.kind === 'staffing',
  );
  const stage = stageOf(facts, verdict, staffed);
  return {
    serviceId: facts.serviceId,
    name: facts.name,
    municipalities: facts.municipalities,
    gates,
    verdict,
    stage,
    mapClass: mapClassOf(verdict, stage, staffed),
    score: scoreOf(rules, facts, staffing.required),
    staffing,
  };
}

/** max(least, min(most, ceil(people / peoplePerAdviser))), people summed over the municipalities that are served. */
export function requiredAdvisers(
  { staffing }: Pick<PolicyVersion, 'staffing'>,
  facts: Pick<ServiceFacts, 'municipalities'>,
): number {
  const people = facts.municipalities.reduce((sum, { population }) => sum + population, 0);
  return Math.max(staffing.least, Math.min(staffing.most, Math.ceil(people / staffing.peoplePerAdviser)));
}

function gateOf(
  gate: GateRule,
  rules: PolicyVersion,
  asOf: string,
  facts: ServiceFacts,
  staffing: Staffing,
): GateResult {
  switch (gate.kind) {
    case 'staffing':
      return { key: gate.key, ...staffingGate(facts, staffing) };
    case 'confidentiality':
      return { key: gate.key, ...confidentialityGate(facts) };
    case 'evidence':
      return { key: gate.key, ...evidenceGate(gate.key, rules, asOf, facts) };
  }
}

function staffingGate(facts: ServiceFacts, { required, certified, countedForGate }: Staffing): Omit<GateResult, 'key'> {
  if (!facts.anyAffiliation) return { value: 'ukendt', reason: { code: 'no-affiliation' } };
  const numbers = { required, counted: countedForGate, expiring: certified - countedForGate };
  return countedForGate >= required
    ? { value: 'opfyldt', reason: { code: 'staffed', ...numbers } }
    : { value: 'ikke-opfyldt', reason: { code: 'short', ...numbers } };
}

function confidentialityGate({
  anyAffiliation,
  advisers,
  advisersWithConfidentiality: passed,
}: ServiceFacts): Omit<GateResult, 'key'> {
  if (!anyAffiliation) return { value: 'ukendt', reason: { code: 'no-affiliation' } };
  // "All advisers have …" is not met by having none.
  if (advisers === 0) return { value: 'ikke-opfyldt', reason: { code: 'no-adviser' } };
  return passed >= advisers
    ? { value: 'opfyldt', reason: { code: 'all-passed', passed, advisers } }
    : { value: 'ikke-opfyldt', reason: { code: 'not-all-passed', passed, advisers } };
}

function evidenceGate(key: string, rules: PolicyVersion, asOf: string, facts: ServiceFacts): Omit<GateResult, 'key'> {
  const latest = facts.evidence
    .filter(({ gate, observedOn }) => gate === key && observedOn <= asOf)
    .reduce<ServiceFacts['evidence'][number] | undefined>(
      (best, each) => (best && best.observedOn > each.observedOn ? best : each),
      undefined,
    );
  if (!latest || latest.value === 'ukendt') return { value: 'ukendt', reason: { code: 'no-evidence' } };
  const fresh = addDays(latest.observedOn, rules.freshnessDays[key]!);
  const until = latest.expiresOn !== null && latest.expiresOn < fresh ? latest.expiresOn : fresh;
  if (asOf >= until) return { value: 'ukendt', reason: { code: 'stale', on: latest.observedOn, until } };
  return { value: latest.value, reason: { code: 'evidence', on: latest.observedOn } };
}

export function verdictOf(values: readonly GateValue[]): Verdict {
  if (values.includes('ikke-opfyldt')) return 'ikke-klar';
  return values.includes('ukendt') ? 'uafklaret' : 'klar';
}

/** Staffed and ready are never typed in: they are what the gates say. Live needs a sign-off, which is the `live` event. */
function stageOf(facts: ServiceFacts, verdict: Verdict, staffed: boolean): Stage {
  const last = (types: string[]) =>
    facts.rollout
      .filter(({ type }) => types.includes(type))
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .at(-1);
  if (last(['paused', 'resumed'])?.type === 'paused') return 'paa-pause';
  if (last(['live'])) return 'i-drift';
  if (verdict === 'klar') return 'klar';
  if (staffed) return 'bemandet';
  if (facts.inTraining || facts.certified > 0) return 'under-uddannelse';
  if (last(['committed'])) return 'tilsagn';
  return last(['invited']) ? 'inviteret' : 'ikke-startet';
}

/** One class per municipality, the first that applies; what is not known is drawn as unknown, never as no. */
function mapClassOf(verdict: Verdict, stage: Stage, staffed: boolean): MapClass {
  if (verdict !== 'ikke-klar') return verdict;
  if (staffed) return 'bemandet';
  return stage === 'under-uddannelse' ? 'under-uddannelse' : 'ikke-i-gang';
}

/** 0–100: ranks services that have the same verdict, and never overrides a gate. */
function scoreOf({ score }: PolicyVersion, facts: ServiceFacts, required: number): number {
  const reserve = (Math.max(0, Math.min(2, facts.certified - required)) / 2) * score.reserveMax;
  const points =
    facts.guidancePoints.total === 0
      ? 0
      : (facts.guidancePoints.staffed / facts.guidancePoints.total) * score.pointsMax;
  const channels = Math.min(score.channels, facts.channels) * score.channelPoints;
  const meetings = Math.min(score.meetingsMax, facts.meetings) * score.meetingPoints;
  const practice = Math.min(1, facts.guidance.sessions / score.practiceFull) * score.practiceMax;
  const outcome =
    facts.guidance.sessions === 0 ? 0 : (facts.guidance.resolved / facts.guidance.sessions) * score.outcomeMax;
  return Math.round(reserve + points + channels + meetings + practice + outcome);
}
