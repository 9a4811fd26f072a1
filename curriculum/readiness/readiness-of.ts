import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { AgreementPeriod, AgreementPurpose } from '#curriculum/partners/agreement.ts';
import type { Override } from './override.ts';
import { lastDayOf, latestPaper, type Paper, waitingPaper } from './paper.ts';
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

export const gateValues = ['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'] as const;
export type GateValue = (typeof gateValues)[number];
export type Verdict = 'klar' | 'ikke-klar' | 'uafklaret';
/** Two axes: people (staffing and confidentiality) and papers (evidence). */
export type Axis = 'opfyldt' | 'ikke-opfyldt' | 'ukendt';
/** What the events of the rollout say, and nothing else: staffed and ready are read from the axes. */
export type Stage = 'ikke-startet' | 'inviteret' | 'tilsagn' | 'i-drift' | 'paa-pause';

/** What is known about one library service on a day. */
export type ServiceFacts = {
  serviceId: string;
  name: string;
  municipalities: { code: string; name: string; population: number; pilot: boolean }[];
  /** Has anybody been registered here by that day? If not, staffing is unknown. */
  anyAffiliation: boolean;
  /** How many guide citizens here, and how many of those have passed the module on confidentiality. */
  guides: number;
  guidesWithConfidentiality: number;
  certified: number;
  /** How many of those have a certificate that is still valid after the margin (`marginDays`). */
  countedForGate: number;
  /**
   * Statements about the gates, in the order they were recorded. The latest day counts; of several on one day, the last
   * recorded.
   */
  evidence: Paper<GateValue>[];
  /** The agreements of the service, whatever their period. */
  agreements: (AgreementPeriod & { purpose: AgreementPurpose; partner: string })[];
  /** In the order recorded, as above. */
  rollout: { type: 'invited' | 'committed' | 'paused' | 'resumed' | 'live'; on: string }[];
  inTraining: boolean;
  /** How many have a seat on a hold of a course that staffs a place, and do not count for the gate. */
  onHold: number;
  guidancePoints: { total: number; staffed: number };
  channels: number;
  meetings: number;
  guidance: { sessions: number; resolved: number };
  /** The override that holds on the day. It stands beside the verdict and changes nothing of it. */
  override: OverrideInForce | null;
};

export type OverrideInForce = Pick<Override, 'id' | 'reason' | 'decidedBy' | 'from' | 'until'>;

/** Why a gate has its value; the page turns it into a sentence. */
export type Reason =
  | { code: 'staffed' | 'short'; required: number; counted: number; expiring: number; marginDays: number }
  | { code: 'no-affiliation' | 'nobody-guides' | 'no-evidence' }
  | { code: 'all-passed' | 'not-all-passed'; passed: number; guides: number }
  | { code: 'said-unknown' | 'awaits'; on: string }
  | { code: 'evidence' | 'said-no' | 'stale'; on: string; lastDay: string }
  | { code: 'agreement' | 'agreement-ended'; partner: string; from: string; lastDay: string };

export type GateResult = { key: string; kind: GateRule['kind']; value: GateValue; reason: Reason };
/** `missing` is null if nobody has ever been registered, because unknown never counts as "no". */
export type Staffing = { required: number; certified: number; countedForGate: number; missing: number | null };
/** A paper that counts today and no longer on the coming day. */
export type FallingPaper = { gate: string; lastDay: string };
export type ScorePart = { key: ScoreKey; points: number; max: number };

export type ServiceReadiness = {
  serviceId: string;
  name: string;
  municipalities: ServiceFacts['municipalities'];
  gates: GateResult[];
  verdict: Verdict;
  /** Only of a coming day: the answer with papers that hold until then, and the papers that do not. */
  strict?: { verdict: Verdict; gates: GateResult[] };
  falling?: FallingPaper[];
  people: Axis;
  papers: Axis;
  stage: Stage;
  /** Is somebody under way, or certified already? */
  inTraining: boolean;
  onHold: number;
  /** For the map alone: everywhere else the two axes and the stage are shown. */
  mapClass: MapClass;
  score: number;
  /** What the score is made of, in the policy's order; the points add up to it. */
  scoreParts: ScorePart[];
  staffing: Staffing;
  /** Beside the verdict: with it a service may go live that is not ready. */
  override: OverrideInForce | null;
};

/**
 * A library service is ready when every gate is met and not ready when one is not met; otherwise it is undetermined.
 * Of a coming day we know the people as of that day and the papers as of today: that papers grow old says nothing about a
 * place. The strict answer counts only papers that hold until then.
 */
export function readinessOf(policy: Policy, asOf: string, facts: ServiceFacts, today: string = asOf): ServiceReadiness {
  const isAhead = asOf > today;
  const papersOn = isAhead ? today : asOf;
  const rules = versionOn(policy, asOf);
  const required = requiredAdvisers(rules, facts);
  const staffing = {
    required,
    certified: facts.certified,
    countedForGate: facts.countedForGate,
    missing: facts.anyAffiliation ? Math.max(0, required - facts.countedForGate) : null,
  };
  const gatesWith = (day: string) =>
    policy.gates.map((gate) =>
      gate.kind === 'evidence' ? evidenceGate(gate, policy, day, facts) : peopleGate(gate, rules, facts, staffing),
    );
  const gates = gatesWith(papersOn);
  const strict = isAhead ? gatesWith(asOf) : undefined;
  const verdict = verdictOf(gates.map(({ value }) => value));
  const valuesOf = (isOf: (kind: GateRule['kind']) => boolean) =>
    gates.filter(({ kind }) => isOf(kind)).map(({ value }) => value);
  const staffed = valuesOf((kind) => kind === 'staffing').includes('opfyldt');
  const scoreParts = scorePartsOf(policy, rules, facts, required);
  return {
    serviceId: facts.serviceId,
    name: facts.name,
    municipalities: facts.municipalities,
    gates,
    verdict,
    ...(strict && {
      strict: { verdict: verdictOf(strict.map(({ value }) => value)), gates: strict },
      falling: papersFalling(policy, facts, { from: papersOn, to: asOf }),
    }),
    people: axisOf(valuesOf((kind) => kind !== 'evidence')),
    papers: axisOf(valuesOf((kind) => kind === 'evidence')),
    stage: stageOf(facts, asOf),
    inTraining: isTraining(facts),
    onHold: facts.onHold,
    mapClass: mapClassOf(rules, facts, verdict, staffed),
    score: scoreParts.reduce((sum, { points }) => sum + points, 0),
    scoreParts,
    staffing,
    override: facts.override,
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

function peopleGate(gate: GateRule, rules: PolicyVersion, facts: ServiceFacts, staffing: Staffing): GateResult {
  const { key, kind } = gate;
  return { key, kind, ...(kind === 'staffing' ? staffingGate(rules, staffing) : confidentialityGate(facts)) };
}

function staffingGate(
  { staffing: { marginDays } }: PolicyVersion,
  { required, certified, countedForGate, missing }: Staffing,
): Pick<GateResult, 'value' | 'reason'> {
  if (missing === null) return { value: 'ukendt', reason: { code: 'no-affiliation' } };
  const numbers = { required, counted: countedForGate, expiring: certified - countedForGate, marginDays };
  return missing === 0
    ? { value: 'opfyldt', reason: { code: 'staffed', ...numbers } }
    : { value: 'ikke-opfyldt', reason: { code: 'short', ...numbers } };
}

function confidentialityGate({
  anyAffiliation,
  guides,
  guidesWithConfidentiality: passed,
}: ServiceFacts): Pick<GateResult, 'value' | 'reason'> {
  if (!anyAffiliation) return { value: 'ukendt', reason: { code: 'no-affiliation' } };
  // People in training are not counted, so that training somebody never makes a place less ready.
  if (guides === 0) return { value: 'ikke-relevant', reason: { code: 'nobody-guides' } };
  return passed >= guides
    ? { value: 'opfyldt', reason: { code: 'all-passed', passed, guides } }
    : { value: 'ikke-opfyldt', reason: { code: 'not-all-passed', passed, guides } };
}

/**
 * An agreement that is in force meets its gate. A paper seen after the agreement began counts instead if it says
 * something else and is not too old. Without an agreement in force the latest paper counts. What a place says of itself
 * and the agency has not confirmed makes nothing known where the policy asks for that.
 */
function evidenceGate(gate: GateRule, policy: Policy, asOf: string, facts: PaperFacts): GateResult {
  const { key, kind } = gate;
  const rules = versionOn(policy, asOf);
  const latest = latestPaper(rules, facts.evidence, key, asOf);
  const said = (value: GateValue, reason: Reason): GateResult => ({ key, kind, value, reason });
  const agreement = latestAgreement(gate, asOf, facts);
  if (agreement && asOf < agreement.validUntil) {
    const speaksAgainst =
      latest !== undefined &&
      latest.value !== 'opfyldt' &&
      latest.observedOn > agreement.validFrom &&
      asOf <= lastDayOf(rules, latest);
    if (!speaksAgainst) return said('opfyldt', { code: 'agreement', ...aboutAgreement(agreement) });
  }
  const lastDay = latest && lastDayOf(rules, latest);
  const waiting = waitingPaper(rules, facts.evidence, key, asOf);
  if (waiting && (lastDay === undefined || asOf > lastDay || latest?.value === 'ukendt'))
    return said('ukendt', { code: 'awaits', on: waiting.observedOn });
  if (agreement && !latest) return said('ukendt', { code: 'agreement-ended', ...aboutAgreement(agreement) });
  if (!latest || lastDay === undefined) return said('ukendt', { code: 'no-evidence' });
  if (latest.value === 'ukendt') return said('ukendt', { code: 'said-unknown', on: latest.observedOn });
  if (asOf > lastDay) return said('ukendt', { code: 'stale', on: latest.observedOn, lastDay });
  return said(latest.value, {
    code: latest.value === 'ikke-opfyldt' ? 'said-no' : 'evidence',
    on: latest.observedOn,
    lastDay,
  });
}

/** Of the agreements that can meet a gate and have begun: the one that lasts longest. */
const latestAgreement = ({ agreement }: GateRule, asOf: string, { agreements }: PaperFacts) =>
  latestOf(
    agreements.filter(({ purpose, validFrom }) => purpose === agreement && validFrom <= asOf),
    ({ validUntil }) => validUntil,
  );

const aboutAgreement = ({ partner, validFrom, validUntil }: ServiceFacts['agreements'][number]) => ({
  partner,
  from: validFrom,
  lastDay: addDays(validUntil, -1),
});

/** What speaks for the gates that rest on papers. */
type PaperFacts = Pick<ServiceFacts, 'evidence' | 'agreements'>;

/** The papers that count on a day and no longer on a later one, each with its last day. */
export function papersFalling(policy: Policy, facts: PaperFacts, days: { from: string; to: string }): FallingPaper[] {
  const rules = versionOn(policy, days.from);
  return policy.gates
    .filter(({ kind }) => kind === 'evidence')
    .flatMap((gate) => {
      const { key, value, reason } = evidenceGate(gate, policy, days.from, facts);
      const counts = value === 'opfyldt' || value === 'ikke-relevant';
      if (!counts || evidenceGate(gate, policy, days.to, facts).value !== 'ukendt') return [];
      const lastDay =
        reason.code === 'agreement'
          ? reason.lastDay
          : lastDayOf(rules, latestPaper(rules, facts.evidence, key, days.from)!);
      return [{ gate: key, lastDay }];
    });
}

export function verdictOf(values: readonly GateValue[]): Verdict {
  if (values.includes('ikke-opfyldt')) return 'ikke-klar';
  return values.includes('ukendt') ? 'uafklaret' : 'klar';
}

/** The fact with the latest day; of several on that day, the last in the list. */
function latestOf<T>(facts: readonly T[], dayOf: (fact: T) => string): T | undefined {
  return facts.reduce<T | undefined>((best, each) => (best && dayOf(best) > dayOf(each) ? best : each), undefined);
}

/** The last thing that happened in the rollout by the day. Being paused covers everything that was before. */
export function stageOf(facts: Pick<ServiceFacts, 'rollout'>, asOf: string): Stage {
  const last = (types: ServiceFacts['rollout'][number]['type'][]) =>
    latestOf(
      facts.rollout.filter(({ type, on }) => types.includes(type) && on <= asOf),
      ({ on }) => on,
    )?.type;
  if (last(['paused', 'resumed']) === 'paused') return 'paa-pause';
  if (last(['live'])) return 'i-drift';
  if (last(['committed'])) return 'tilsagn';
  return last(['invited']) ? 'inviteret' : 'ikke-startet';
}

function axisOf(values: readonly GateValue[]): Axis {
  if (values.includes('ikke-opfyldt')) return 'ikke-opfyldt';
  return values.includes('ukendt') ? 'ukendt' : 'opfyldt';
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
  // What nobody can note gives no points, and can give none.
  return scored
    .filter(({ noted }) => noted)
    .map(({ key }) => ({ key, points: Math.round(shares[key] * most[key]), max: most[key] }));
}

/** The share that is reached, 0 to 1; it is 0 when the whole is 0. */
const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.max(0, Math.min(1, part / whole)));
