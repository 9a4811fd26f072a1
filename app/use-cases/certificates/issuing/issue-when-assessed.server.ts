import type { World } from '#app/platform/world.server.ts';
import { certifiesNobody } from '#curriculum/flow/course.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { issueCertificate } from './issue-certificate.server.ts';
import { proveAttendance } from './prove-attendance.server.ts';

/**
 * Issues the certificate if the enrolment has passed everything, or the proof of attendance where the course certifies
 * nobody. Does nothing otherwise.
 */
export async function issueWhenAssessed(world: World, enrolmentId: string): Promise<void> {
  const enrolment = await findEnrolment(world.db, enrolmentId);
  if (enrolment?.state !== 'assessed') return;
  const course = world.catalogue.find(enrolment.course, enrolment.edition)?.course;
  await (course && certifiesNobody(course) ? proveAttendance : issueCertificate)(world, enrolmentId);
}
