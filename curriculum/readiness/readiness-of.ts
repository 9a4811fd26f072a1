import { addDays } from '#curriculum/calendar/calendar-day.ts';
import {
  type GateRule,
  type MapClass,
  mostPoints,
  type Policy,
  type PolicyVersion,
  type ScoreKey,
  versionOn,
} from './parse-policy.ts';

export type { MapClass } from './parse-policy.ts';

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
  /** What was said about the gates. The latest day counts; of one day the word that was recorded last, so it stands last. */
  evidence: { gate: string; value: GateValue; observedOn: string; expiresOn: string | null }[];
  /** In the order it was recorded, as above. */
  rollout: { type: 'invited' | 'committed' | 'paused' | 'resumed' | 'live'; on: string }[];
  inTraining: boolean;
  guidancePoints: { total: number; staffed: number };
  channels: number;
  meetings: number;
  guidance: { sessions: number; resolved: number };
};

/** Why a gate has its value; the page makes a sentence of it. */
export type Reason =
  | { code: 'staffed' | 'short'; required: number; counted: number; expiring: number; marginDays: number }
  | { code: 'no-affiliation' | 'no-adviser' | 'no-evidence' }
  | { code: 'all-passed' | 'not-all-passed'; passed: number; advisers: number }
  | { code: 'evidence' | 'said-no' | 'said-unknown'; on: string }
  | { code: 'stale'; on: string; lastDay: string };

export type GateResult = { key: string; value: GateValue; reason: Reason };
/** `missing` is null where nobody has ever been on record: unknown is never counted as no. */
export type Staffing = { required: number; certified: number; countedForGate: number; missing: number | null };
export type ScorePart = { key: ScoreKey; points: number; max: number };

export type ServiceReadiness = {
  serviceId: string;
  name: string;
  municipalities: ServiceFacts['municipalities'];
  gates: GateResult[];
  verdict: Verdict;
  stage: Stage;
  mapClass: MapClass;
  score: number;
  /** What the score is made of, in the policy's order; the points add up to it. */
  scoreParts: ScorePart[];
  staffing: Staffing;
};

/** A library service is ready when every gate is met; one gate not met makes it not ready; else what is unknown leaves it open. */
export function readinessOf(policy: Policy, asOf: string, facts: ServiceFacts): ServiceReadiness {
  const rules = versionOn(policy, asOf);
  const required = requiredAdvisers(rules, facts);
  const staffing = {
    required,
    certified: facts.certified,
    countedForGate: facts.countedForGate,
    missing: facts.anyAffiliation ? Math.max(0, required - facts.countedForGate) : null,
  };
  const gates = policy.gates.map((gate) => gateOf(gate, rules, asOf, facts, staffing));
  const verdict = verdictOf(gates.map(({ value }) => value));
  const staffed = gates.some(
    ({ key, value }) => value === 'opfyldt' && policy.gates.find((gate) => gate.key === key)?.kind === 'staffing',
  );
  const scoreParts = scorePartsOf(policy, rules, facts, required);
  return {
    serviceId: facts.serviceId,
    name: facts.name,
    municipalities: facts.municipalities,
    gates,
    verdict,
    stage: stageOf(facts, asOf, verdict, staffed),
    mapClass: mapClassOf(rules, facts, verdict, staffed),
    score: scoreParts.reduce((sum, { points }) => sum + points, 0),
    scoreParts,
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
      return { key: gate.key, ...staffingGate(rules, staffing) };
    case 'confidentiality':
      return { key: gate.key, ...confidentialityGate(facts) };
    case 'evidence':
      return { key: gate.key, ...evidenceGate(gate.key, rules, asOf, facts) };
  }
}

function staffingGate(
  { staffing: { marginDays } }: PolicyVersion,
  { required, certified, countedForGate, missing }: Staffing,
): Omit<GateResult, 'key'> {
  if (missing === null) return { value: 'ukendt', reason: { code: 'no-affiliation' } };
  const numbers = { required, counted: countedForGate, expiring: certified - countedForGate, marginDays };
  return missing === 0
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
  const latest = latestOf(
    facts.evidence.filter(({ gate, observedOn }) => gate === key && observedOn <= asOf),
    ({ observedOn }) => observedOn,
  );
  if (!latest) return { value: 'ukendt', reason: { code: 'no-evidence' } };
  if (latest.value === 'ukendt') return { value: 'ukendt', reason: { code: 'said-unknown', on: latest.observedOn } };
  const lastDay = lastDayOf(rules, latest);
  if (asOf > lastDay) return { value: 'ukendt', reason: { code: 'stale', on: latest.observedOn, lastDay } };
  const code = latest.value === 'ikke-opfyldt' ? 'said-no' : 'evidence';
  return { value: latest.value, reason: { code, on: latest.observedOn } };
}

/** The last day a piece of evidence holds: the day before its own end or before it is too old, whichever comes first. */
export function lastDayOf(
  { freshnessDays }: Pick<PolicyVersion, 'freshnessDays'>,
  { gate, observedOn, expiresOn }: Pick<ServiceFacts['evidence'][number], 'gate' | 'observedOn' | 'expiresOn'>,
): string {
  const stale = addDays(observedOn, freshnessDays[gate]!);
  return addDays(expiresOn !== null && expiresOn < stale ? expiresOn : stale, -1);
}

export function verdictOf(values: readonly GateValue[]): Verdict {
  if (values.includes('ikke-opfyldt')) return 'ikke-klar';
  return values.includes('ukendt') ? 'uafklaret' : 'klar';
}

/** The one of the latest day, and of one day the last in the list. */
function latestOf<T>(facts: readonly T[], dayOf: (fact: T) => string): T | undefined {
  return facts.reduce<T | undefined>((best, each) => (best && dayOf(best) > dayOf(each) ? best : each), undefined);
}

/** Staffed and ready are never typed in: they are what the gates say. Live needs a sign-off, which is the `live` event. */
function stageOf(facts: ServiceFacts, asOf: string, verdict: Verdict, staffed: boolean): Stage {
  const last = (types: ServiceFacts['rollout'][number]['type'][]) =>
    latestOf(
      facts.rollout.filter(({ type, on }) => types.includes(type) && on <= asOf),
      ({ on }) => on,
    )?.type;
  if (last(['paused', 'resumed']) === 'paused') return 'paa-pause';
  if (last(['live'])) return 'i-drift';
  if (verdict === 'klar') return 'klar';
  if (staffed) return 'bemandet';
  if (isTraining(facts)) return 'under-uddannelse';
  if (last(['committed'])) return 'tilsagn';
  return last(['invited']) ? 'inviteret' : 'ikke-startet';
}

const isTraining = ({ inTraining, certified }: ServiceFacts) => inTraining || certified > 0;

/** One class per municipality, the first that applies; a pause or being live changes nothing about what the place has. */
function mapClassOf(rules: PolicyVersion, facts: ServiceFacts, verdict: Verdict, staffed: boolean): MapClass {
  const applies: Record<MapClass, boolean> = {
    klar: verdict === 'klar',
    uafklaret: verdict === 'uafklaret',
    bemandet: staffed,
    'under-uddannelse': isTraining(facts),
    'ikke-i-gang': true,
  };
  return rules.mapPrecedence.find((each) => applies[each])!;
}

/** The parts of the score in whole points: what each may give at most, times how much of it is there. */
function scorePartsOf(
  { scored }: Policy,
  { score }: PolicyVersion,
  { certified, guidancePoints, channels, meetings, guidance }: ServiceFacts,
  required: number,
): ScorePart[] {
  const shares: Record<ScoreKey, number> = {
    dybde: share(certified - required, 2),
    geografi: share(guidancePoints.staffed, guidancePoints.total),
    markedsfoering: share(channels, score.channels),
    interessenter: share(meetings, score.meetingsMax),
    praksis: share(guidance.sessions, score.practiceFull),
    udbytte: share(guidance.resolved, guidance.sessions),
  };
  const most = mostPoints(score);
  return scored.map(({ key }) => ({ key, points: Math.round(shares[key] * most[key]), max: most[key] }));
}

/** How much of a whole is there, 0 to 1; of nothing, nothing. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.max(0, Math.min(1, part / whole)));
