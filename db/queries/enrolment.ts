import type { Db, NewRow, Row } from '../schema.ts';

export type EnrolmentRow = Row<'enrolment'>;
export type EventRow = Pick<Row<'learning_event'>, 'seq' | 'type' | 'payload' | 'at' | 'actor'>;

export async function findEnrolment(db: Db, id: string): Promise<EnrolmentRow | undefined> {
  return db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Takes the row for the rest of the transaction, on both engines, so that two tabs write one after the other. */
export async function lockEnrolment(trx: Db, id: string): Promise<EnrolmentRow | undefined> {
  return trx
    .updateTable('enrolment')
    .set((each) => ({ seq: each.ref('seq') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export async function listEvents(db: Db, enrolmentId: string, afterSeq = 0): Promise<EventRow[]> {
  return db
    .selectFrom('learning_event')
    .select(['seq', 'type', 'payload', 'at', 'actor'])
    .where('enrolment_id', '=', enrolmentId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .execute();
}

/** The enrolments of one person, newest first. */
export async function listEnrolmentsOf(db: Db, personId: string): Promise<EnrolmentRow[]> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .execute();
}

export async function insertEnrolment(db: Db, row: NewRow<'enrolment'>): Promise<void> {
  await db.insertInto('enrolment').values(row).execute();
}

export async function appendEvent(db: Db, row: NewRow<'learning_event'>): Promise<void> {
  await db.insertInto('learning_event').values(row).execute();
}

type Projection = Pick<Row<'enrolment'>, 'seq' | 'state' | 'step' | 'due_at' | 'last_at' | 'edition'>;

export async function updateProjection(db: Db, id: string, projection: Projection): Promise<void> {
  await db.updateTable('enrolment').set(projection).where('id', '=', id).execute();
}

/** Where each step stands, for lists; written beside the event that moved it. */
export async function putSteps(db: Db, rows: NewRow<'enrolment_step'>[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('enrolment_step')
    .values(rows)
    .onConflict((on) =>
      on.columns(['enrolment_id', 'step']).doUpdateSet((each) => ({
        state: each.ref('excluded.state'),
        status: each.ref('excluded.status'),
        since: each.ref('excluded.since'),
      })),
    )
    .execute();
}

export async function listStepsOf(db: Db, enrolmentId: string): Promise<Row<'enrolment_step'>[]> {
  return db.selectFrom('enrolment_step').selectAll().where('enrolment_id', '=', enrolmentId).execute();
}

export async function listAllEnrolments(db: Db): Promise<EnrolmentRow[]> {
  return db.selectFrom('enrolment').selectAll().orderBy('id').execute();
}
