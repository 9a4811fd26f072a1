import type { LedAdviser } from '#app/use-cases/holds/advisers/adviser-on-own-hold.server.ts';
import { attendedDays, refuseProof } from '#curriculum/certification/attendance-proof.ts';
import { findAttendanceProof } from '#db/queries/attendance-proof.ts';
import { listAttendance } from '#db/queries/course-day.ts';
import type { Db } from '#db/schema.ts';

/** The days somebody attended, their proof of attendance if they have one, and why none can be given. */
export async function findProofStanding(db: Db, { record: { enrolment }, hold }: LedAdviser) {
  const proof = await findAttendanceProof(db, { enrolmentId: enrolment.id });
  const days = attendedDays(await listAttendance(db, { holdId: hold.id, enrolmentId: enrolment.id }));
  return { proof, days, refusal: refuseProof({ state: enrolment.state, hasProof: proof !== undefined, days }) };
}
