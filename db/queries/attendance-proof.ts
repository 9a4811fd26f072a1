import type { Db, NewRow, Row } from '#db/schema.ts';

export type AttendanceProofRow = Row<'attendance_proof'>;

export async function findAttendanceProof(
  db: Db,
  by: { number: string } | { enrolmentId: string },
): Promise<AttendanceProofRow | undefined> {
  const all = db.selectFrom('attendance_proof').selectAll();
  return 'number' in by
    ? all.where('number', '=', by.number).executeTakeFirst()
    : all.where('enrolment_id', '=', by.enrolmentId).executeTakeFirst();
}

/** All proofs of a person, newest first. */
export async function listAttendanceProofsOf(db: Db, personId: string): Promise<AttendanceProofRow[]> {
  return db
    .selectFrom('attendance_proof')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('number', 'desc')
    .execute();
}

/** The enrolments on a hold that have a proof. */
export async function listProvenEnrolments(db: Db, holdId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attendance_proof')
    .innerJoin('enrolment', 'enrolment.id', 'attendance_proof.enrolment_id')
    .select('enrolment.id')
    .where('enrolment.hold_id', '=', holdId)
    .execute();
  return rows.map(({ id }) => id);
}

/** The latest number of a year that a proof has or that is reserved, if any; the caller must hold the lock `numbering`. */
export async function findLatestProofNumber(trx: Db, year: string): Promise<string | undefined> {
  const proofs = trx.selectFrom('attendance_proof').select('number').where('number', 'like', `D${year}-%`);
  const reserved = trx.selectFrom('reserved_number').select('number').where('number', 'like', `D${year}-%`);
  const row = await proofs.union(reserved).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row?.number;
}

export async function insertAttendanceProof(trx: Db, row: NewRow<'attendance_proof'>): Promise<void> {
  await trx.insertInto('attendance_proof').values(row).execute();
}

export async function findAttendanceFile(db: Db, number: string, language: 'da' | 'en') {
  return db
    .selectFrom('attendance_proof')
    .innerJoin('document', 'document.sha256', `attendance_proof.file_${language}`)
    .select(['document.sha256', 'document.bytes'])
    .where('attendance_proof.number', '=', number)
    .executeTakeFirst();
}
