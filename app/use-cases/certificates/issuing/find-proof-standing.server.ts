import type { LedAdviser } from '#app/use-cases/holds/advisers/adviser-on-own-hold.server.ts';
import { attendedDays, refuseProof } from '#curriculum/certification/attendance-proof.ts';
import { findAttendanceProof } from '#db/queries/attendance-proof.ts';
import { listAttendance } from '#db/queries/course-day.ts';
import type { Db } from '#db/schema.ts';

/** The days somebody attended and who noted the latest, their proof of attendance if they have one, and why none can be given. */
export async function findProofStanding(db: Db, { record: { enrolment, edition }, hold }: LedAdviser) {
  const proof = await findAttendanceProof(db, { enrolmentId: enrolment.id });
  const notes = await listAttendance(db, { holdId: hold.id, enrolmentId: enrolment.id });
  const days = attendedDays(notes);
  const refusal = refuseProof({
    ...{ state: enrolment.state, end: edition.course.end, days },
    hasProof: proof !== undefined,
  });
  return { proof, days, notedBy: notes.find(({ outcome }) => outcome === 'attended')?.by_person, refusal };
}
