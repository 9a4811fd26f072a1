import type { World } from '#app/platform/world.server.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish, formatDay } from '#app/words/format.ts';
import { addDays, addMonths, dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import {
  type CertificateStatus,
  certificateOn,
  lastValidDay,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import { latestFigure } from '#curriculum/guidance/denominator-of.ts';
import { latestPaper, waitingPaper } from '#curriculum/readiness/paper.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type {
  Axis,
  GateResult,
  GateValue,
  OverrideInForce,
  ScorePart,
  ServiceReadiness,
  Staffing,
  Stage,
  Verdict,
} from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import {
  lastTurningDay,
  type StaffFacts,
  type StaffingStep,
  staffingOverTime,
} from '#curriculum/readiness/staffing-over-time.ts';
import type { RolloutType } from '#curriculum/rollout/rollout-event.ts';
import { type EvidenceRecord, listEvidence, listEvidenceHistory } from '#db/queries/evidence.ts';
import { listRequestsOf } from '#db/queries/evidence-request.ts';
import { findServiceOf, listMunicipalities } from '#db/queries/place.ts';
import { listRollout } from '#db/queries/rollout.ts';
import { listStaffHistory, type StaffMember } from '#db/queries/staff.ts';
import { listTargetGroups } from '#db/queries/target-group.ts';
import { type PaperView, paperViewOf } from './evidence/paper-view-of.ts';
import { readinessOfService } from './readiness-of-service.server.ts';

type Noted = { id: string; on: string; note: string } & (
  | { kind: 'gate'; gate: string; value: GateValue; paper: PaperView }
  /** `lateOn` is the day it was recorded, where that is after its day: a past day is not what it was. */
  | { kind: 'rollout'; type: RolloutType; lateOn: string | null }
);

const targetFigures = ['firms', 'firmsWithoutEmployees', 'firms1to9', 'associations'] as const;
export type TargetFigure = (typeof targetFigures)[number];

export type MunicipalityView = {
  code: string;
  name: string;
  population: number;
  populationDate: string;
  /** Firms and associations as they were imported, the latest until the day; null where nobody has the figure. */
  targetGroup: Record<TargetFigure, { value: number; year: string; source: string } | null>;
  pilot: boolean;
  serviceId: string;
  service: string;
  verdict: Verdict;
  /** Only of a coming day: the verdict with papers that hold until then. */
  strict: Verdict | null;
  people: Axis;
  papers: Axis;
  stage: Stage;
  score: number;
  scoreParts: ScorePart[];
  staffing: Staffing;
  overTime: { from: string; to: string; marginDays: number; steps: StaffingStep[] };
  gates: {
    key: string;
    kind: GateResult['kind'];
    value: GateValue;
    reason: string;
    fallsOn: string | null;
    /** The paper that counts, or counted until it was too old. */
    evidence: PaperView | null;
    /** What the place says of itself and the agency has not confirmed. */
    waiting: PaperView | null;
  }[];
  /** What was noted until that day, newest first. */
  history: Noted[];
  staff: {
    id: string;
    name: string;
    library: string;
    guidesFrom: string | null;
    status: CertificateStatus | null;
    lastValidDay: string | null;
  }[];
  /** Who comes later to the service, or left it within the year before, by name. */
  others: { id: string; name: string; library: string; from: string; leftOn: string | null }[];
  /** The override that holds on the day, with its last day. */
  override: (Pick<OverrideInForce, 'reason' | 'decidedBy' | 'from'> & { lastDay: string }) | null;
  mayOverride: boolean;
  mayRecord: boolean;
  mayConfirm: boolean;
  /** The papers that were asked for, newest first, with the day of the first answer since. */
  asked: { id: string; on: string; gate: string; dueOn: string; person: string | null; answeredOn: string | null }[];
  mayAsk: boolean;
  mayCorrect: boolean;
  maySetGuides: boolean;
  mayRollout: boolean;
};

/**
 * One municipality on a day: the value, reason and evidence of each gate, and the people behind the staffing; with
 * `knownOn` as it was known at the end of that day.
 */
export async function seeMunicipality(
  world: World,
  viewer: Viewer,
  input: { code: string; asOf: string; knownOn?: string | undefined; language: 'da' | 'en' },
): Promise<MunicipalityView | undefined> {
  const known = input.knownOn && endOfDay(input.knownOn);
  const serviceId = await findServiceOf(world.db, { code: input.code, day: input.asOf, known });
  if (!serviceId || !may(viewer, 'see-readiness', { serviceId })) return undefined;
  const of = { day: input.asOf, known, services: [serviceId] };
  const place = (await listMunicipalities(world.db, of)).find(({ code }) => code === input.code);
  const found = await readinessOfService(world, serviceId, input.asOf, input.knownOn);
  if (!place || !found) return undefined;
  const today = dayOf(world.now());
  // Of a coming day we know the papers of today.
  const papersOn = [input.asOf, today].sort()[0]!;
  const evidence = await listEvidence(world.db, of);
  const records = await listEvidenceHistory(world.db, { serviceId, day: input.asOf, known });
  const asked = await listRequestsOf(world.db, { serviceId, day: input.asOf, known });
  const papers = records
    .filter(({ withdrawn }) => withdrawn === 0)
    .map((record) => paperViewOf(world.policy, record, papersOn));
  const rollout = await listRollout(world.db, of);
  const rules = versionOn(world.policy, input.asOf);
  const paperRules = versionOn(world.policy, papersOn);
  const show = (day: string) => formatDay(input.language, day);
  const courses = staffingCourses(
    rules,
    world.catalogue.editions.map(({ course }) => course),
  );
  const history = await listStaffHistory(world.db, { serviceId: found.serviceId, courses, known });
  return {
    code: place.code,
    name: place.name,
    population: place.population,
    populationDate: place.populationDate,
    targetGroup: targetGroupOn(await listTargetGroups(world.db, known, place.code), place.code, input.asOf),
    pilot: place.pilot,
    serviceId: found.serviceId,
    service: found.name,
    verdict: found.verdict,
    strict: found.strict?.verdict ?? null,
    people: found.people,
    papers: found.papers,
    stage: found.stage,
    score: found.score,
    scoreParts: found.scoreParts,
    staffing: found.staffing,
    overTime: overTimeOf(world, found.municipalities, history, input.asOf),
    gates: found.gates.map(({ key, kind, value, reason }) => {
      const latest = latestPaper(paperRules, evidence, key, papersOn);
      const waiting = waitingPaper(paperRules, evidence, key, papersOn);
      return {
        key,
        kind,
        value,
        reason: reasonText(reason, input.language, show),
        fallsOn: found.falling?.find(({ gate }) => gate === key)?.lastDay ?? null,
        evidence: papers.find(({ id }) => id === latest?.id) ?? null,
        waiting: papers.find(({ id }) => id === waiting?.id) ?? null,
      };
    }),
    history: [
      ...papers.map(
        (paper): Noted => ({
          ...{ id: paper.id, kind: 'gate', on: paper.observedOn, gate: paper.gate, value: paper.value },
          ...{ note: paper.note, paper },
        }),
      ),
      ...rollout.map(({ id, on, type, note, recordedAt }): Noted => {
        const recordedOn = dayOf(recordedAt);
        return { id, kind: 'rollout', on, type, note, lateOn: recordedOn > on ? recordedOn : null };
      }),
    ]
      .reverse()
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1)),
    staff: staffOn(history, input.asOf),
    others: othersOn(history, input.asOf),
    override: found.override && shownOverride(found.override),
    mayOverride: may(viewer, 'give-override'),
    mayCorrect: may(viewer, 'correct-affiliation', { serviceId: found.serviceId }),
    asked: asked.map((each) => ({
      ...{ id: each.id, on: each.askedOn, gate: each.gate, dueOn: each.dueOn, person: each.person },
      answeredOn: answerTo(each, records),
    })),
    mayAsk: may(viewer, 'ask-for-evidence'),
    mayConfirm: may(viewer, 'confirm-evidence'),
    mayRecord: may(viewer, 'record-evidence', { serviceId: found.serviceId }),
    maySetGuides: may(viewer, 'set-guides-from', { serviceId: found.serviceId }),
    mayRollout: may(viewer, 'record-rollout', { serviceId: found.serviceId }),
  };
}

/** The latest of each figure until a day. */
function targetGroupOn(groups: Awaited<ReturnType<typeof listTargetGroups>>, code: string, day: string) {
  const found = targetFigures.map((figure) => {
    const rows = groups.map((group) => ({ ...group, value: group[figure] }));
    const latest = latestFigure(rows, code, day);
    return [figure, latest ? { value: latest.value, year: latest.period.slice(0, 4), source: latest.source } : null];
  });
  return Object.fromEntries(found) as MunicipalityView['targetGroup'];
}

/** The day on which the gate was written about first after it was asked for. */
function answerTo(asked: { gate: string; recordedAt: string }, records: readonly EvidenceRecord[]): string | null {
  const answers = records
    .filter(
      ({ gate, withdrawn, recordedAt }) => gate === asked.gate && withdrawn === 0 && recordedAt > asked.recordedAt,
    )
    .map(({ recordedAt }) => recordedAt)
    .sort();
  return answers[0] === undefined ? null : dayOf(answers[0]);
}

const shownOverride = ({ reason, decidedBy, from, until }: OverrideInForce) => ({
  reason,
  decidedBy,
  from,
  lastDay: addDays(until, -1),
});

/**
 * Who works at the service on a day and guides, learns or is certified, with the certificate that counts that day. Two of
 * one name are told apart by their addresses.
 */
function staffOn(history: readonly StaffMember[], day: string): MunicipalityView['staff'] {
  const staff = history.flatMap(({ personId, name, email, affiliations, certificates }) => {
    const certificate = certificateOn(certificates, day);
    return affiliations
      .filter(({ from, until }) => from <= day && (until === null || until > day))
      .filter(({ work, guidesFrom }) => work === 'adviser' || certificate !== undefined || guidesFrom !== null)
      .map(({ library, guidesFrom }) => ({
        id: personId,
        name,
        email,
        library,
        guidesFrom,
        status: certificate ? statusOn(certificate, certificate.events, day) : null,
        lastValidDay: certificate ? lastValidDay(certificate.validUntil) : null,
      }));
  });
  return tellApart(staff, { who: ({ id }) => id })
    .map(({ email: _, ...member }) => member)
    .sort((a, b) => danish.compare(a.name, b.name) || danish.compare(a.library, b.library));
}

/** Who comes to the service after a day, or left it within the year before; two of one name are told apart. */
function othersOn(history: readonly StaffMember[], day: string): MunicipalityView['others'] {
  const yearBefore = addMonths(day, -12);
  const others = history.flatMap(({ personId: id, name, email, affiliations }) =>
    affiliations
      .filter(({ from, until }) => from > day || (until !== null && until <= day && until > yearBefore))
      .map(({ library, from, until }) => ({
        ...{ id, name, email, library, from },
        leftOn: from > day ? null : until && addDays(until, -1),
      })),
  );
  return tellApart(others, { who: ({ id }) => id })
    .map(({ email: _, ...other }) => other)
    .sort((a, b) => danish.compare(a.name, b.name) || danish.compare(a.from, b.from));
}

/** From a year before the day until today's facts no longer change anything, but at least half a year ahead. */
function overTimeOf(
  { policy, now }: World,
  municipalities: ServiceReadiness['municipalities'],
  history: StaffFacts[],
  asOf: string,
): MunicipalityView['overTime'] {
  const today = dayOf(now());
  const [first, last] = asOf < today ? [asOf, today] : [today, asOf];
  const from = addMonths(first, -12);
  const turn = lastTurningDay(policy, history) ?? today;
  const to = [addMonths(last, 6), addMonths(turn, 3)].sort().at(-1)!;
  const { marginDays } = versionOn(policy, asOf).staffing;
  return { from, to, marginDays, steps: staffingOverTime(policy, municipalities, history, { from, to }) };
}
