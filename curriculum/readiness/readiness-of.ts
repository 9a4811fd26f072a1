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
  /** Has anybody been registered here by that day? If not, staffing is unknown. */
  anyAffiliation: boolean;
  advisers: number;
  advisersWithConfidentiality: number;
  certified: number;
  /** How many of those have a certificate that is still valid after the margin (`marginDays`). */
  countedForGate: number;
  /**
   * Statements about the gates, in the order they were recorded. The latest day counts; of several on one day, the last
   * recorded.
   */
  evidence: { gate: string; value: GateValue; observedOn: string; expiresOn: string | null }[];
  /** In the order recorded, as above. */
  rollout: { type: 'invited' | 'committed' | 'paused' | 'resumed' | 'live'; on: string }[];
  inTraining: boolean;
  guidancePoints: { total: number; staffed: number };
  channels: number;
  meetings: number;
  guidance: { sessions: number; resolved: number };
};

/** Why a gate has its value; the page turns it into a sentence. */
export type Reason =
  | { code: 'staffed' | 'short'; required: number; counted: number; expiring: number; marginDays: number }
  | { code: 'no-affiliation' | 'no-adviser' | 'no-evidence' }
  | { code: 'all-passed' | 'not-all-passed'; passed: number; advisers: number }
  | { code: 'evidence' | 'said-no' | 'said-unknown'; on: string }
  | { code: 'stale'; on: string; lastDay: string };

export type GateResult = { key: string; value: GateValue; reason: Reason };
/** `missing` is null if nobody has ever been registered, because unknown never counts as "no". */
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

/**
 * A library service is ready when every gate is met and not ready when one is not met; otherwise it is undetermined.
 */
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

/** max(least, min(most, ceil(people / peoplePerAdviser))), where people is the sum over all municipalities served. */
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
  // Having no advisers does not meet "All advisers have …".
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

/** The last day on which evidence counts: the day before it expires or before it is too old, whichever comes first. */
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

/** The fact with the latest day; of several on that day, the last in the list. */
function latestOf<T>(facts: readonly T[], dayOf: (fact: T) => string): T | undefined {
  return facts.reduce<T | undefined>((best, each) => (best && dayOf(best) > dayOf(each) ? best : each), undefined);
}

/** Nobody types in "staffed" and "ready": they follow from the gates. Going live needs a sign-off, the `live` event. */
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

/** The map class of a municipality: the first that applies. Being paused or live does not change it. */
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

/** The parts of the score in whole points: the maximum of each part times the share that is reached. */
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

/** The share that is reached, 0 to 1; it is 0 when the whole is 0. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.max(0, Math.min(1, part / whole)));
