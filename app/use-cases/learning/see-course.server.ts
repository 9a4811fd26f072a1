import type { World } from '#app/platform/world.server.ts';
import { certificationOfRow } from '#app/use-cases/certificates/register/certification-of-row.ts';
import { periodOfRow } from '#app/use-cases/certificates/register/period-of-row.ts';
import { titleOfRow } from '#app/use-cases/certificates/register/title-of-row.ts';
import { may } from '#app/use-cases/permission.ts';
import { recordOf } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay, statusOn } from '#curriculum/certification/certificate-status.ts';
import { closesFor, opensFor } from '#curriculum/certification/renewal.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { listAttendanceProofsOf } from '#db/queries/attendance-proof.ts';
import { listBadgeForms } from '#db/queries/badge.ts';
import { type CertificateEventRow, listCertificatesOf, withEvents } from '#db/queries/certificate.ts';
import { countLooks } from '#db/queries/certificate-look.ts';
import { listOwnEnrolments } from '#db/queries/enrolment.ts';
import { type CourseView, courseViewOf } from './course-view-of.server.ts';
import { datesAheadOf } from './dates-ahead-of.ts';

type Words = { da: string; en: string };
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
  events: { type: CertificateEventRow['type']; on: string; reason: string | null }[];
  /** The formats of its Open Badge; empty if it was issued without one. */
  badge: ('json' | 'jwt')[];
};
/** A proof of attendance. It certifies nothing, so it is kept apart from certificates. */
export type ProofView = { number: string; title: Words; days: string[]; issuedOn: string; verifyCode: string };
export type OwnCourse = { course: CourseView | undefined; certificates: CertificateView[]; proofs: ProofView[] };

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
      (await courseViewOf(world, await recordOf(world, world.db, current.enrolment), datesAheadOf(current.dates))),
    certificates: hasCertificates ? await certificatesOf(world, viewer.personId) : [],
    proofs: hasProofs ? await proofsOf(world, viewer.personId) : [],
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
