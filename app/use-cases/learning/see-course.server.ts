import type { World } from '#app/platform/world.server.ts';
import { certificationOfRow } from '#app/use-cases/certificates/register/certification-of-row.ts';
import { periodOfRow } from '#app/use-cases/certificates/register/period-of-row.ts';
import { titleOfRow } from '#app/use-cases/certificates/register/title-of-row.ts';
import { may } from '#app/use-cases/permission.ts';
import { type LearningRecord, recordOf } from '#app/use-cases/record/learning-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay, statusOn } from '#curriculum/certification/certificate-status.ts';
import { closesFor, opensFor } from '#curriculum/certification/renewal.ts';
import { type Course, type FlowNode, neededSteps, type Step } from '#curriculum/flow/course.ts';
import { type StepLine, stepLineOf } from '#curriculum/flow/graph.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { type Progress, progressIn, type StepProgress } from '#curriculum/flow/progress.ts';
import { listAttendanceProofsOf } from '#db/queries/attendance-proof.ts';
import { listBadgeForms } from '#db/queries/badge.ts';
import { listCertificatesOf, withEvents } from '#db/queries/certificate.ts';
import { countLooks } from '#db/queries/certificate-look.ts';
import { findLastReason, listOwnEnrolments } from '#db/queries/enrolment.ts';
import { type DatesAhead, type DayAhead, datesAheadIn } from './dates-ahead.server.ts';

type Words = { da: string; en: string };
/** The fields of a step that readers may see. Who assessed it is left out. */
type StepView = Pick<StepProgress, 'id' | 'kind' | 'state' | 'status'> & {
  title: Words;
  because: StepProgress['because'] | undefined;
  attempts: StepProgress['attempts'] | undefined;
  minutes: number | undefined;
  doneAt: string | undefined;
  absences: number | undefined;
};
export type CourseView = {
  enrolmentId: string;
  title: Words;
  edition: string;
  /** True if the course renews an earlier certificate. */
  renews: boolean;
  state: string;
  /** True if the course has ended. */
  over: boolean;
  /** For how many months the certificate is valid. */
  months: number;
  /** How many steps are done, and how many are needed. */
  done: number;
  needed: number;
  steps: readonly StepView[];
  flow: FlowNode;
  line: StepLine;
  next: Progress['next'];
  /** When and where the hold meets, as long as a course day is ahead. */
  days: DayAhead[];
  /** The deadline, as long as it still matters. */
  finishBy: string | undefined;
  /** Why the course is on leave, or its certificate withheld or annulled. */
  because: string | undefined;
};
export type CertificateView = {
  number: string;
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
  /** The first and the last day to renew it, if there is a renewal course. */
  renewsOn: string;
  renewsUntil?: string;
  today: string;
  /** How many days it is still valid, including today. */
  daysLeft: number;
  /** When and why it stopped early, if it did. */
  stopped?: { on: string; reason: string };
  verifyCode: string;
  namePublic: boolean;
  title: Words;
  issuer: string;
  /** The page where anybody can check it. */
  checkUrl: string;
  /** How often others opened that page, in total and in the last thirty days. */
  looks: { all: number; recent: number };
  /** Its history, in order. */
  events: { type: string; on: string; reason: string | null }[];
  /** The formats of its Open Badge; empty if it was issued without one. */
  badge: ('json' | 'jwt')[];
};
/** A proof of attendance. It certifies nothing, so it is kept apart from certificates. */
export type ProofView = { number: string; title: Words; days: string[]; issuedOn: string; verifyCode: string };
export type OwnCourse = { course: CourseView | undefined; certificates: CertificateView[]; proofs: ProofView[] };

const running = new Set(['enrolled', 'active', 'suspended']);
const explained = new Set(['suspended', 'withheld', 'annulled']);

/**
 * What the viewer still has to do for the certificate: the running course with every step, and the certificates they
 * hold.
 */
export async function seeCourse(world: World, viewer: Viewer): Promise<OwnCourse> {
  if (!may(viewer, 'see-own-course', { personId: viewer.personId }))
    return { course: undefined, certificates: [], proofs: [] };
  const today = dayOf(world.now());
  const { enrolments, hasCertificates, hasProofs } = await listOwnEnrolments(world.db, viewer.personId, today);
  const current =
    enrolments.find(({ enrolment: { state } }) => state === 'certified' || !isOver(state)) ?? enrolments[0];
  return {
    course:
      current &&
      (await courseViewOf(world, await recordOf(world, world.db, current.enrolment), datesAheadIn(current.dates))),
    certificates: hasCertificates ? await certificatesOf(world, viewer.personId) : [],
    proofs: hasProofs ? await proofsOf(world, viewer.personId) : [],
  };
}

/** Turns an enrolment into a course: its steps with titles, the flow, and what comes next. */
export async function courseViewOf(
  world: World,
  { edition, snapshot, enrolment }: LearningRecord,
  dates: DatesAhead,
): Promise<CourseView> {
  const { course } = edition;
  const progress = progressIn(course, snapshot);
  const { life } = snapshot.value;
  const because = explained.has(life) ? await findLastReason(world.db, enrolment) : undefined;
  const dayToCome = progress.steps.some(({ kind, status }) => kind === 'day' && status !== 'done');
  const needed = neededSteps(course.flow);
  const finishBy = running.has(life) ? dates.finishBy : undefined;
  return {
    enrolmentId: enrolment.id,
    title: course.title,
    edition: course.edition,
    renews: course.renews !== undefined,
    state: life,
    over: isOver(life),
    months: course.validity.months,
    done: Math.min(needed, progress.steps.filter(({ status }) => status === 'done').length),
    needed,
    steps: stepsOf(course, progress),
    flow: course.flow,
    line: stepLineOf(course),
    next: progress.next,
    days: running.has(life) && dayToCome ? dates.days : [],
    finishBy,
    because,
  };
}

const stepViews = new WeakMap<Progress, readonly StepView[]>();

/** The steps as readers see them, computed once per recorded change. */
function stepsOf(course: Course, progress: Progress): readonly StepView[] {
  const known = stepViews.get(progress);
  if (known) return known;
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  const views = progress.steps.map((step) => stepView(step, steps.get(step.id)!));
  stepViews.set(progress, views);
  return views;
}

/** Lists each field by name because a rest pattern makes a slow object, and a course has many steps. */
function stepView({ id, kind, state, status, because, attempts, facts }: StepProgress, step: Step): StepView {
  const minutes = 'minutes' in step ? step.minutes : undefined;
  const { doneAt, absences } = facts;
  return {
    id,
    kind,
    state,
    status,
    because,
    attempts,
    title: step.title,
    minutes,
    doneAt,
    absences: absences || undefined,
  };
}

async function proofsOf(world: World, personId: string): Promise<ProofView[]> {
  const rows = await listAttendanceProofsOf(world.db, personId);
  return rows.map((row) => ({
    number: row.number,
    title: titleOfRow(world, row),
    days: JSON.parse(row.days),
    issuedOn: dayOf(row.issued_at),
    verifyCode: row.verify_code,
  }));
}

async function certificatesOf(world: World, personId: string): Promise<CertificateView[]> {
  const today = dayOf(world.now());
  const rows = await withEvents(world.db, await listCertificatesOf(world.db, personId));
  const editions = world.catalogue.editions.map(({ course }) => course);
  const looks = await countLooks(world.db, personId, addDays(today, -29));
  const forms = await listBadgeForms(
    world.db,
    rows.map(({ number }) => number),
  );
  return rows.map((row) => {
    const { events } = row;
    const certification = certificationOfRow(world, row);
    const renewsOn = opensFor(row, certification, editions);
    const renewing = editions.findLast(({ renews }) => renews?.course === certification);
    const period = { ...periodOfRow(row), renewalOpens: renewsOn };
    const status = statusOn(period, events, today);
    const stop = events.findLast(({ type }) => type === status);
    return {
      number: row.number,
      status,
      validFrom: row.valid_from,
      lastValidDay: lastValidDay(row.valid_until),
      renewsOn,
      ...(renewing && { renewsUntil: closesFor(row, renewing) }),
      today,
      daysLeft: daysBetween(today, row.valid_until),
      ...(stop && { stopped: { on: dayOf(stop.at), reason: stop.reason ?? '' } }),
      verifyCode: row.verify_code,
      namePublic: row.name_public === 1,
      title: titleOfRow(world, row),
      issuer: world.env.issuerName,
      checkUrl: `${world.publicUrl}/v/${row.verify_code}`,
      looks: looks.get(row.number) ?? { all: 0, recent: 0 },
      events: events.map(({ type, at, reason }) => ({ type, on: dayOf(at), reason })),
      badge: forms.filter(({ number }) => number === row.number).map(({ form }) => form),
    };
  });
}
