import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import {
  type CertificateStatus,
  lastValidDay,
  renewalOpensOn,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import { type FlowNode, neededSteps } from '#curriculum/flow/course.ts';
import { type StepLine, stepLineOf } from '#curriculum/flow/graph.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { type Progress, progressIn } from '#curriculum/flow/progress.ts';
import { listBadgeForms } from '#db/queries/badge.ts';
import { listCertificatesOf, listEventsOf } from '#db/queries/certificate.ts';
import { findLastReason, listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { findFinishBy } from '#db/queries/exception.ts';
import type { World } from '../../platform/world.server.ts';
import { type LearningRecord, recordOf } from '../learning-record.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { type DayAhead, daysAhead } from './days-ahead.server.ts';

type Words = { da: string; en: string };
/** Of what is on record about a step, only what its readers are shown: who assessed it stays here. */
type StepView = Omit<Progress['steps'][number], 'facts'> & {
  title: Words;
  minutes?: number;
  doneAt?: string;
  absences?: number;
};
export type CourseView = {
  enrolmentId: string;
  title: Words;
  edition: string;
  state: string;
  /** How long the certificate is valid. */
  months: number;
  /** Steps done and steps it takes. */
  done: number;
  needed: number;
  steps: StepView[];
  flow: FlowNode;
  line: StepLine;
  next: Progress['next'];
  /** When and where the hold meets, while a course day is still to come. */
  days: DayAhead[];
  /** The last day to finish on, while that still matters. */
  finishBy?: string;
  /** Why it is on leave, withheld or annulled. */
  because?: string;
};
export type CertificateView = {
  number: string;
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
  /** The first day on which it can be renewed. */
  renewsOn: string;
  today: string;
  /** Days it is still valid, today among them. */
  daysLeft: number;
  /** When and why it stopped before its time, where it did. */
  stopped?: { on: string; reason: string };
  verifyCode: string;
  namePublic: boolean;
  /** The forms of its Open Badge; none where it was issued without. */
  badge: ('json' | 'jwt')[];
};
export type OwnCourse = { course: CourseView | undefined; certificates: CertificateView[] };

const running = new Set(['enrolled', 'active', 'suspended']);
const explained = new Set(['suspended', 'withheld', 'annulled']);

/** What is left until the certificate: the viewer's running course with every step, and the certificates they hold. */
export async function seeCourse(world: World, viewer: Viewer): Promise<OwnCourse> {
  if (!may(viewer, 'see-own-course', { personId: viewer.personId })) return { course: undefined, certificates: [] };
  const enrolments = await listEnrolmentsOf(world.db, viewer.personId);
  const current = enrolments.find(({ state }) => state === 'certified' || !isOver(state)) ?? enrolments[0];
  return {
    course: current && (await courseViewOf(world, await recordOf(world, world.db, current))),
    certificates: await certificatesOf(world, viewer.personId),
  };
}

/** An enrolment as a course: its steps with titles, the flow they stand in, and what comes next. */
export async function courseViewOf(
  world: World,
  { edition, snapshot, enrolment }: LearningRecord,
): Promise<CourseView> {
  const { course } = edition;
  const progress = progressIn(course, snapshot);
  const { life } = snapshot.value;
  const because = explained.has(life) ? await findLastReason(world.db, enrolment) : undefined;
  const dayToCome = running.has(life) && progress.steps.some(({ kind, status }) => kind === 'day' && status !== 'done');
  const needed = neededSteps(course.flow);
  const known = new Map(course.steps.map((step) => [step.id, step]));
  return {
    enrolmentId: enrolment.id,
    title: course.title,
    edition: course.edition,
    state: life,
    months: course.validity.months,
    done: Math.min(needed, progress.steps.filter(({ status }) => status === 'done').length),
    needed,
    steps: progress.steps.map(({ facts: { doneAt, absences }, ...step }) => {
      const { title, ...rest } = known.get(step.id)!;
      return {
        ...step,
        title,
        ...('minutes' in rest && rest.minutes !== undefined && { minutes: rest.minutes }),
        ...(doneAt && { doneAt }),
        ...(absences && { absences }),
      };
    }),
    flow: course.flow,
    line: stepLineOf(course),
    next: progress.next,
    days: dayToCome ? await daysAhead(world, enrolment.hold_id) : [],
    ...(running.has(life) && { finishBy: await findFinishBy(world.db, enrolment.id) }),
    ...(because && { because }),
  };
}

async function certificatesOf(world: World, personId: string): Promise<CertificateView[]> {
  const today = dayOf(world.now());
  const rows = await listCertificatesOf(world.db, personId);
  const all = await listEventsOf(world.db, rows);
  const forms = await listBadgeForms(
    world.db,
    rows.map(({ number }) => number),
  );
  return rows.map((row) => {
    const events = all.filter(({ number }) => number === row.number);
    const status = statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, events, today);
    const stop = events.findLast(({ type }) => type === status);
    return {
      number: row.number,
      status,
      validFrom: row.valid_from,
      lastValidDay: lastValidDay(row.valid_until),
      renewsOn: renewalOpensOn(row.valid_until),
      today,
      daysLeft: daysBetween(today, row.valid_until),
      ...(stop && { stopped: { on: dayOf(stop.at), reason: stop.reason ?? '' } }),
      verifyCode: row.verify_code,
      namePublic: row.name_public === 1,
      badge: forms.filter(({ number }) => number === row.number).map(({ form }) => form),
    };
  });
}
