import type { Db, NewRow } from '#db/schema.ts';

/** False if that language was printed before; then nothing is written. */
export async function insertReportDocument(db: Db, row: NewRow<'report_document'>): Promise<boolean> {
  const inserted = await db
    .insertInto('report_document')
    .values(row)
    .onConflict((on) => on.columns(['snapshot_id', 'language']).doNothing())
    .returning('sha256')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The stored bytes of a report. */
export async function findReportDocument(db: Db, snapshotId: string, language: 'da' | 'en') {
  return db
    .selectFrom('report_document')
    .innerJoin('document', 'document.sha256', 'report_document.sha256')
    .select(['document.bytes', 'document.sha256', 'document.size'])
    .where('snapshot_id', '=', snapshotId)
    .where('language', '=', language)
    .executeTakeFirst();
}

/** Of these snapshots the ones that have a report. */
export async function listReported(db: Db, snapshots: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('report_document')
    .select('snapshot_id')
    .where('snapshot_id', 'in', ['', ...snapshots])
    .execute();
  return new Set(rows.map(({ snapshot_id }) => snapshot_id));
}

/** The snapshot that these very bytes are a report of. */
export async function findSnapshotByReport(db: Db, digest: string): Promise<{ id: string; code: string } | undefined> {
  return db
    .selectFrom('report_document')
    .innerJoin('snapshot', 'snapshot.id', 'report_document.snapshot_id')
    .select(['snapshot.id', 'snapshot.code'])
    .where('report_document.sha256', '=', digest)
    .executeTakeFirst();
}
