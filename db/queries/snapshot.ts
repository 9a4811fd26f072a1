import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';

export async function insertSnapshot(db: Db, row: NewRow<'snapshot'>): Promise<void> {
  await db.insertInto('snapshot').values(row).execute();
}

const heads = [
  'snapshot.id',
  'snapshot.code',
  'snapshot.as_of as asOf',
  'snapshot.known_at as knownAt',
  'snapshot.scope',
  'snapshot.policy_version as policyVersion',
  'snapshot.rules_hash as rulesHash',
  'snapshot.sha256',
  'snapshot.taken_by as takenBy',
  'snapshot.taken_at as takenAt',
] as const;

/** A snapshot with everything that is frozen, by its id or by the code of its check page. */
export async function findSnapshotRow(db: Db, by: { id: string } | { code: string }) {
  return db
    .selectFrom('snapshot')
    .select([...heads, 'snapshot.rules', 'snapshot.rows'])
    .$if('id' in by, (all) => all.where('id', '=', 'id' in by ? by.id : ''))
    .$if('code' in by, (all) => all.where('code', '=', 'code' in by ? by.code : ''))
    .executeTakeFirst();
}

export async function findSnapshotByOperation(db: Db, operation: string) {
  return db.selectFrom('snapshot').select(heads).where('client_op_id', '=', operation).executeTakeFirst();
}

/** The latest snapshots, newest first, without what is frozen in them. */
export async function listSnapshotHeads(db: Db, most: number) {
  return db
    .selectFrom('snapshot')
    .select(heads)
    .orderBy('snapshot.taken_at', 'desc')
    .orderBy('snapshot.id', 'desc')
    .limit(most)
    .execute();
}

/** The hash that the chain of the audit keeps of a snapshot. */
export async function findAuditedHash(db: Db, id: string): Promise<string | undefined> {
  const entry = await db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'snapshot-taken')
    .where('subject', '=', id)
    .executeTakeFirst();
  return entry?.detail;
}

/** The tables whose recordings can change what the gates say; a test holds them against the tables that the gates read. */
export const recordings = [
  ...['affiliation_history', 'agreement', 'certificate_event', 'certificate_history', 'enrolment_history', 'evidence'],
  'evidence_decision',
  ...['guidance_log', 'guidance_undo', 'learning_event', 'library_history', 'library_service', 'meeting'],
  'municipality_history',
  ...['outreach', 'override_withdrawal', 'readiness_override', 'rollout_event', 'service_municipality_history'],
];

/** The instants after one at which something was recorded that the gates read, with the tables, oldest first. */
export async function listRecordingsAfter(db: Db, after: string): Promise<{ at: string; tables: string[] }[]> {
  const each = recordings.map(
    (table) =>
      sql`select distinct ${sql.lit(table)} as "table", recorded_at as at from ${sql.table(table)} where recorded_at > ${after}`,
  );
  const { rows } = await sql<{ table: string; at: string }>`${sql.join(each, sql` union all `)} order by 2, 1`.execute(
    db,
  );
  const found = new Map<string, string[]>();
  for (const { at, table } of rows) found.set(at, [...(found.get(at) ?? []), table]);
  return [...found].map(([at, tables]) => ({ at, tables }));
}
