import type { Db, NewRow, Row } from '#db/schema.ts';
import { passedEverything } from './enrolment-states.ts';
import { nameOf } from './person-name.ts';

export type IssueRunRow = Row<'issue_run'>;

export async function insertIssueRun(
  trx: Db,
  row: NewRow<'issue_run'>,
  enrolmentIds: readonly string[],
): Promise<void> {
  await trx.insertInto('issue_run').values(row).execute();
  for (const enrolment_id of enrolmentIds)
    await trx
      .insertInto('issue_run_item')
      .values({ run_id: row.id, enrolment_id, outcome: null, detail: null, at: null })
      .execute();
}

/** The open run of a hold, else the one that ended last. */
export async function findLatestIssueRun(db: Db, holdId: string): Promise<IssueRunRow | undefined> {
  return db
    .selectFrom('issue_run')
    .selectAll()
    .where('hold_id', '=', holdId)
    .orderBy((each) => each.case().when('ended_at', 'is', null).then(0).else(1).end())
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function listOpenIssueRuns(db: Db): Promise<IssueRunRow[]> {
  return db.selectFrom('issue_run').selectAll().where('ended_at', 'is', null).orderBy('started_at').execute();
}

export async function listIssueRunItems(db: Db, runId: string): Promise<Row<'issue_run_item'>[]> {
  return db.selectFrom('issue_run_item').selectAll().where('run_id', '=', runId).orderBy('enrolment_id').execute();
}

/** Records the outcome for one person. If there is one already, nothing changes. */
export async function noteIssueRunItem(
  db: Db,
  { run_id, enrolment_id, ...noted }: Row<'issue_run_item'>,
): Promise<void> {
  await db
    .updateTable('issue_run_item')
    .set(noted)
    .where('run_id', '=', run_id)
    .where('enrolment_id', '=', enrolment_id)
    .where('outcome', 'is', null)
    .execute();
}

/** Ends a run when nobody in it is waiting any more. */
export async function endIssueRun(db: Db, runId: string, at: string): Promise<void> {
  await db
    .updateTable('issue_run')
    .set({ ended_at: at })
    .where('id', '=', runId)
    .where('ended_at', 'is', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('issue_run_item')
            .select('enrolment_id')
            .where('run_id', '=', runId)
            .where('outcome', 'is', null),
        ),
      ),
    )
    .execute();
}

/** Everybody on a hold who has passed everything, with the certificate they have. */
export async function listEarned(db: Db, holdId: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('certificate', 'certificate.enrolment_id', 'enrolment.id')
    .select([
      'enrolment.id',
      'enrolment.person_id as personId',
      'person.email',
      'enrolment.seq',
      'enrolment.state',
      'enrolment.held_back_because as heldBackBecause',
      'certificate.number',
    ])
    .select(nameOf('enrolment.person_id').as('name'))
    .where('enrolment.hold_id', '=', holdId)
    .where('enrolment.state', 'in', passedEverything)
    .orderBy('enrolment.id')
    .execute();
}

/** Enrolments that have passed everything and are waiting for their certificate. */
export async function listAssessed(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('enrolment').select('id').where('state', '=', 'assessed').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
