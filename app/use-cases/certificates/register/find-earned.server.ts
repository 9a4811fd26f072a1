import type { World } from '#app/platform/world.server.ts';
import { marksOf } from '#app/use-cases/certificates/issuing/marks-of.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { StepMark } from '#certificates/certificate-data.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { type CertificateRow, findCertificate } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';

/** How the first certificate of the chain was earned: one that was issued in the place of another earned nothing new. */
export async function findEarned(
  world: World,
  trx: Db,
  row: CertificateRow,
): Promise<{ course: Course; steps: StepMark[] }> {
  let first = row;
  while (first.replaces) first = (await findCertificate(trx, { number: first.replaces }))!;
  const record = first.enrolment_id ? await findRecord(world, trx, first.enrolment_id) : undefined;
  if (!record) throw new Error(`Certificate ${first.number} has no enrolment to say what it was earned with.`);
  const { course } = record.edition;
  return { course, steps: marksOf(course, record.snapshot.value.steps) };
}
