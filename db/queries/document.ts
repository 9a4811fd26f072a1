import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** Every column that refers to a file; a test compares this with the keys of the tables. */
export const fileReferences = [
  ['submission_file', 'sha256'],
  ['agreement', 'document'],
  ['outreach', 'document'],
  ['evidence', 'document'],
  ['certificate_document', 'sha256'],
  ['certificate_badge', 'sha256'],
  ['attendance_proof', 'file_da'],
  ['attendance_proof', 'file_en'],
  ['report_document', 'sha256'],
] as const;

/** Files that nothing refers to and that were stored before an instant. */
export async function listUnusedFiles(db: Db, before: string, most: number): Promise<string[]> {
  const unused = fileReferences.map(
    ([table, column]) =>
      sql`not exists (select 1 from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = document.sha256)`,
  );
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from document where ${sql.join(unused, sql` and `)} and recorded_at < ${before}
    order by sha256 limit ${most}`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}

/** Deletes a file; the keys refuse it if something refers to it again. */
export async function deleteFile(db: Db, sha256: string): Promise<void> {
  await db.deleteFrom('document').where('sha256', '=', sha256).execute();
}

/** How many bytes the papers of a library service hold, each file once. */
export async function bytesOfPapers(db: Db, serviceId: string): Promise<number> {
  const { rows } = await sql<{ bytes: number | null }>`
    select sum(size) as bytes from document where sha256 in (
      select evidence.document from evidence where evidence.service_id = ${serviceId} and evidence.document is not null
    )`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

/** How many bytes the hand-ins of a person hold, each file once. */
export async function bytesHandedInBy(db: Db, personId: string): Promise<number> {
  const { rows } = await sql<{ bytes: number | null }>`
    select sum(size) as bytes from document where sha256 in (
      select submission_file.sha256 from submission_file
      join submission on submission.id = submission_file.submission_id
      join enrolment on enrolment.id = submission.enrolment_id
      where enrolment.person_id = ${personId}
    )`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}
