import { sql } from 'kysely';
import { prepared } from '#db/prepared.ts';
import type { Db, NewRow, Row } from '#db/schema.ts';
import { datesIn, type EnrolmentDates, enrolmentsWithDates } from './enrolment-dates.ts';
import { boundByLastDay } from './enrolment-states.ts';
import { nameOf } from './person-name.ts';

export type EnrolmentRow = Row<'enrolment'>;
export type EventRow = Pick<Row<'learning_event'>, 'seq' | 'type' | 'payload' | 'at' | 'actor'>;

export async function findEnrolment(db: Db, id: string): Promise<EnrolmentRow | undefined> {
  return db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Locks the row for the rest of the transaction, on both engines, so that two tabs write one after the other. */
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

/** The same with the dates from a day on, and whether the person has certificates or proofs of attendance to load. */
export async function listOwnEnrolments(
  db: Db,
  personId: string,
  from: string,
): Promise<{
  enrolments: { enrolment: EnrolmentRow; dates: EnrolmentDates }[];
  hasCertificates: boolean;
  hasProofs: boolean;
}> {
  const rows = await askOwn(db, { personId, from });
  const newest = [...new Map(rows.map((row) => [row.id, row])).values()];
  return {
    enrolments: newest.map((enrolment) => ({
      enrolment,
      dates: datesIn(rows.filter(({ id }) => id === enrolment.id)),
    })),
    hasCertificates: Boolean(rows[0]?.certified),
    hasProofs: Boolean(rows[0]?.proven),
  };
}

const askOwn = prepared(['personId', 'from'], (db, { personId, from }) =>
  enrolmentsWithDates(db, from)
    .selectAll('enrolment')
    .select(({ exists, selectFrom }) => [
      exists(selectFrom('certificate').select('number').where('certificate.person_id', '=', personId)).as('certified'),
      exists(selectFrom('attendance_proof').select('number').where('attendance_proof.person_id', '=', personId)).as(
        'proven',
      ),
    ])
    .where('enrolment.person_id', '=', personId)
    .orderBy('enrolment.recorded_at', 'desc')
    .orderBy('held_on')
    .orderBy('starts_at'),
);

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

/** The state of each step, for lists; written together with the event that changed it. */
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

/** Since when a step has had its state. */
export async function findStepSince(db: Db, enrolmentId: string, step: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('enrolment_step')
    .select('since')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .executeTakeFirst();
  return row?.since;
}

export async function listAllEnrolments(db: Db): Promise<EnrolmentRow[]> {
  return db.selectFrom('enrolment').selectAll().orderBy('id').execute();
}

/** Sets why the certificate must not be issued automatically; null if it may be. */
export async function updateHeldBack(db: Db, id: string, because: string | null): Promise<void> {
  await db.updateTable('enrolment').set({ held_back_because: because }).where('id', '=', id).execute();
}

/** The reason in an enrolment's last event: why it is on leave, withheld or annulled. */
export async function findLastReason(
  db: Db,
  { id, seq }: Pick<EnrolmentRow, 'id' | 'seq'>,
): Promise<string | undefined> {
  const event = await db
    .selectFrom('learning_event')
    .select('payload')
    .where('enrolment_id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return event && (JSON.parse(event.payload) as { reason?: string }).reason;
}

/** Enrolments whose certificate is withheld, longest first, with the event that withheld it. */
export async function listWithheld(db: Db) {
  return db
    .selectFrom('enrolment')
    .innerJoin('hold', 'hold.id', 'enrolment.hold_id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select(['enrolment.id', 'enrolment.seq', 'enrolment.last_at', 'enrolment.hold_id', 'hold.name as hold'])
    .select(['enrolment.person_id', 'person.email'])
    .select(nameOf('enrolment.person_id').as('name'))
    .where('enrolment.state', '=', 'withheld')
    .orderBy('enrolment.last_at')
    .execute();
}

/**
 * Enrolments whose last day has passed (their own or the hold's), and failed ones, whose time to appeal may be over.
 * While a step waits for the course leader, the adviser does not run out of time.
 */
export async function listOverdueEnrolments(db: Db, today: string) {
  const own = sql<string | null>`(select value from exception where exception.enrolment_id = enrolment.id
    and exception.kind = 'own-deadline' order by recorded_at desc, id desc limit 1)`;
  return db
    .selectFrom('enrolment')
    .innerJoin('hold', 'hold.id', 'enrolment.hold_id')
    .select(['enrolment.id', 'enrolment.state'])
    .where((on) =>
      on.or([
        on('enrolment.state', '=', 'failed'),
        on.and([
          on('enrolment.state', 'in', boundByLastDay),
          on(on.fn.coalesce(own, 'hold.ends_on'), '<', today),
          on.not(
            on.exists(
              on
                .selectFrom('enrolment_step')
                .select('enrolment_step.step')
                .whereRef('enrolment_step.enrolment_id', '=', 'enrolment.id')
                .where('enrolment_step.status', '=', 'waiting'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('enrolment.id')
    .execute();
}

/** Every event of an enrolment with the name of the person who caused it, newest first. */
export async function listEventsWithActors(db: Db, enrolmentId: string) {
  return db
    .selectFrom('learning_event')
    .select(['seq', 'type', 'payload', 'at'])
    .select(nameOf('learning_event.actor').$castTo<string | null>().as('by'))
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('seq', 'desc')
    .execute();
}
