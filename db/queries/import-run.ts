import { sql } from 'kysely';
import type { Db, NewRow, Row } from '#db/schema.ts';

export type ImportRun = Row<'import_run'>;
export type ImportOutcome = NonNullable<Row<'import_row'>['outcome']>;

export async function findImportRun(db: Db, id: string): Promise<ImportRun | undefined> {
  return db.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same import of a hold, if it has not ended. */
export async function findOpenImportRun(db: Db, holdId: string, digest: string): Promise<ImportRun | undefined> {
  return db
    .selectFrom('import_run')
    .selectAll()
    .where('hold_id', '=', holdId)
    .where('digest', '=', digest)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function listOpenImportRuns(db: Db): Promise<ImportRun[]> {
  return db.selectFrom('import_run').selectAll().where('ended_at', 'is', null).orderBy('started_at').execute();
}

export async function insertImportRun(
  trx: Db,
  run: NewRow<'import_run'>,
  rows: readonly { line: number; content: string; waits: 0 | 1 }[],
): Promise<void> {
  await trx.insertInto('import_run').values(run).execute();
  for (const row of rows)
    await trx
      .insertInto('import_row')
      .values({ ...row, run_id: run.id, outcome: null })
      .execute();
}

/** The rows of a run that have no outcome yet, in the order of the file. */
export async function listWaitingImportRows(db: Db, runId: string): Promise<{ run_id: string; line: number }[]> {
  return db
    .selectFrom('import_row')
    .select(['run_id', 'line'])
    .where('run_id', '=', runId)
    .where('outcome', 'is', null)
    .orderBy('line')
    .execute();
}

/** The content of a row that has no outcome yet. */
export async function findWaitingImportRow(db: Db, runId: string, line: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_row')
    .select('content')
    .where('run_id', '=', runId)
    .where('line', '=', line)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return row?.content;
}

export async function noteImportRow(trx: Db, runId: string, line: number, outcome: ImportOutcome): Promise<void> {
  await trx.updateTable('import_row').set({ outcome }).where('run_id', '=', runId).where('line', '=', line).execute();
}

export type ImportCount = { outcome: ImportOutcome | null; waits: 0 | 1; n: number };

/** How many rows have each outcome, for a seat and for the waiting list. */
export async function countImportRows(db: Db, runId: string): Promise<ImportCount[]> {
  const rows = await db
    .selectFrom('import_row')
    .select((each) => ['outcome', 'waits', each.fn.countAll<number>().as('n')])
    .where('run_id', '=', runId)
    .groupBy(['outcome', 'waits'])
    .execute();
  return rows.map(({ n, ...row }) => ({ ...row, n: Number(n) }));
}

/** Ends a run with its numbers and takes its rows away: whom they were about is in the register now. */
export async function endImportRun(
  trx: Db,
  id: string,
  end: { ended_at: string; added: number; seated: number; waiting: number; already: number; refused: number },
): Promise<void> {
  await trx.updateTable('import_run').set(end).where('id', '=', id).where('ended_at', 'is', null).execute();
  await trx.deleteFrom('import_row').where('run_id', '=', id).execute();
}

/** How many seats of a hold are promised to rows of an import that are still waiting. */
export const seatsPromised = (holdId: string) => sql<number>`(
  select count(*) from import_row join import_run on import_run.id = import_row.run_id
  where import_run.hold_id = ${holdId} and import_row.outcome is null and import_row.waits = 0)`;
