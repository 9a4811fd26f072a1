import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay, statusOn } from '#curriculum/certification/certificate-status.ts';
import type { FlowNode } from '#curriculum/flow/course.ts';
import { type StepLine, stepLineOf } from '#curriculum/flow/graph.ts';
import { type Progress, progressIn } from '#curriculum/flow/progress.ts';
import { listCertificateEvents, listCertificatesOf } from '#db/queries/certificate.ts';
import { type EnrolmentRow, listEnrolmentsOf } from '#db/queries/enrolment.ts';
import type { World } from '../../platform/world.server.ts';
import { recordOf } from '../learning-record.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

type Words = { da: string; en: string };
export type CourseView = {
  enrolmentId: string;
  title: Words;
  edition: string;
  state: string;
  steps: (Progress['steps'][number] & { title: Words; minutes?: number })[];
  flow: FlowNode;
  line: StepLine;
  next: Progress['next'];
};
export type CertificateView = {
  number: string;
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
  verifyCode: string;
  namePublic: boolean;
};
export type OwnCourse = { course: CourseView | undefined; certificates: CertificateView[] };

const over = new Set(['declined', 'withdrawn', 'lapsed', 'closedFailed', 'annulled']);

/** What is left until the certificate: the viewer's running course with every step, and the certificates they hold. */
export async function seeCourse(world: World, viewer: Viewer): Promise<OwnCourse> {
  if (!may(viewer, 'see-own-course', { personId: viewer.personId })) return { course: undefined, certificates: [] };
  const enrolments = await listEnrolmentsOf(world.db, viewer.personId);
  const current = enrolments.find(({ state }) => !over.has(state)) ?? enrolments[0];
  return {
    course: current && (await courseViewOf(world, current)),
    certificates: await certificatesOf(world, viewer.personId),
  };
}

async function courseViewOf(world: World, enrolment: EnrolmentRow): Promise<CourseView> {
  const { edition, snapshot } = await recordOf(world, world.db, enrolment);
  const { course } = edition;
  const progress = progressIn(course, snapshot);
  const known = new Map(course.steps.map((step) => [step.id, step]));
  return {
    enrolmentId: enrolment.id,
    title: course.title,
    edition: course.edition,
    state: snapshot.value.life,
    steps: progress.steps.map((step) => {
      const { title, ...rest } = known.get(step.id)!;
      return { ...step, title, ...('minutes' in rest && rest.minutes !== undefined && { minutes: rest.minutes }) };
    }),
    flow: course.flow,
    line: stepLineOf(course),
    next: progress.next,
  };
}

async function certificatesOf(world: World, personId: string): Promise<CertificateView[]> {
  const today = dayOf(world.now());
  const rows = await listCertificatesOf(world.db, personId);
  return Promise.all(
    rows.map(async (row): Promise<CertificateView> => {
      const events = await listCertificateEvents(world.db, row.number);
      return {
        number: row.number,
        status: statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, events, today),
        validFrom: row.valid_from,
        lastValidDay: lastValidDay(row.valid_until),
        verifyCode: row.verify_code,
        namePublic: row.name_public === 1,
      };
    }),
  );
}
