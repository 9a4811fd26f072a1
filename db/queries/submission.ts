import type { Db, NewRow, Row } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

export type SubmissionRow = Row<'submission'>;

export async function findLatestSubmission(
  db: Db,
  enrolmentId: string,
  step: string,
): Promise<SubmissionRow | undefined> {
  return db
    .selectFrom('submission')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findSubmission(db: Db, id: string): Promise<SubmissionRow | undefined> {
  return db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertSubmission(db: Db, row: NewRow<'submission'>): Promise<void> {
  await db.insertInto('submission').values(row).execute();
}

export async function updateSubmission(
  db: Db,
  id: string,
  change: Partial<Pick<SubmissionRow, 'text' | 'state' | 'saved_at' | 'handed_in_at' | 'claimed_by' | 'decided_at'>>,
): Promise<void> {
  await db.updateTable('submission').set(change).where('id', '=', id).execute();
}

export async function listFiles(db: Db, submissionId: string) {
  return db
    .selectFrom('submission_file')
    .innerJoin('document', 'document.sha256', 'submission_file.sha256')
    .select(['submission_file.sha256', 'submission_file.name', 'document.size', 'document.media_type'])
    .where('submission_id', '=', submissionId)
    .orderBy('submission_file.position')
    .execute();
}

export async function insertFile(db: Db, row: NewRow<'submission_file'>): Promise<void> {
  await db
    .insertInto('submission_file')
    .values(row)
    .onConflict((on) => on.columns(['submission_id', 'sha256']).doNothing())
    .execute();
}

export async function removeFile(db: Db, submissionId: string, sha256: string): Promise<void> {
  await db
    .deleteFrom('submission_file')
    .where('submission_id', '=', submissionId)
    .where('sha256', '=', sha256)
    .execute();
}

export async function findFile(db: Db, submissionId: string, sha256: string) {
  return db
    .selectFrom('submission_file')
    .innerJoin('document', 'document.sha256', 'submission_file.sha256')
    .select(['document.bytes', 'document.media_type', 'submission_file.name'])
    .where('submission_id', '=', submissionId)
    .where('submission_file.sha256', '=', sha256)
    .executeTakeFirst();
}

export async function appendGrading(db: Db, row: NewRow<'grading'>): Promise<void> {
  await db.insertInto('grading').values(row).execute();
}

/** Every grading of a step of an enrolment, newest first. */
export async function listGradings(db: Db, enrolmentId: string, step: string) {
  return db
    .selectFrom('grading')
    .innerJoin('submission', 'submission.id', 'grading.submission_id')
    .select([
      'grading.id',
      'grading.submission_id',
      'grading.decision',
      'grading.rubric',
      'grading.feedback',
      'grading.at',
      'submission.number',
      nameOf('grading.grader_id').as('grader'),
    ])
    .where('submission.enrolment_id', '=', enrolmentId)
    .where('submission.step', '=', step)
    .orderBy('grading.at', 'desc')
    .execute();
}
