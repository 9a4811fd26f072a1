import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

export type StoredFile = { number: string; language: 'da' | 'en'; sha256: string };

/** The stored files (without their bytes) of all certificates, or of those from one hold and their replacements. */
export async function listStoredFiles(db: Db, holdId: string | undefined): Promise<StoredFile[]> {
  const files = db
    .selectFrom('certificate_document')
    .select(['number', 'language', 'sha256'])
    .orderBy('number')
    .orderBy('language');
  if (holdId === undefined) return files.execute();
  const ofHold = sql<string>`
    with recursive of_hold (number) as (
      select certificate.number from certificate
        join enrolment on enrolment.id = certificate.enrolment_id where enrolment.hold_id = ${holdId}
      union
      select certificate.number from certificate join of_hold on certificate.replaces = of_hold.number)
    select number from of_hold`;
  return files.where('number', 'in', sql<string>`(${ofHold})`).execute();
}
