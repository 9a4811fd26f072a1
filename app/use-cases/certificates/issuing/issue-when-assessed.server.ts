import type { World } from '#app/platform/world.server.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { issueCertificate } from './issue-certificate.server.ts';

/** Issues the certificate if the enrolment has passed everything, and does nothing otherwise. */
export async function issueWhenAssessed(world: World, enrolmentId: string): Promise<void> {
  if ((await findEnrolment(world.db, enrolmentId))?.state === 'assessed') await issueCertificate(world, enrolmentId);
}
