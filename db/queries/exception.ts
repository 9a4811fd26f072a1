import type { Db, NewRow, Row } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

/** The factor for this person's time limits today: 1 without an exception, 1.5 for half as much time again. */
export async function findOwnTime(db: Db, personId: string, day: string): Promise<number> {
  const row = await exceptionsInForce(db, personId, 'extra-time', day)
    .select('value')
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return row ? Math.max(1, Number(row.value)) : 1;
}

/** Who gave this enrolment a deadline of its own, and why: the latest counts. */
export async function findOwnDeadline(
  db: Db,
  enrolmentId: string,
): Promise<{ by: string; reason: string } | undefined> {
  return db
    .selectFrom('exception')
    .select([nameOf('by_person').as('by'), 'reason'])
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', '=', 'own-deadline')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Does this person have an exception to grade colleagues on the day? */
export async function hasGradingException(db: Db, personId: string, day: string): Promise<boolean> {
  return (await exceptionsInForce(db, personId, 'may-grade', day).select('id').executeTakeFirst()) !== undefined;
}

const exceptionsInForce = (db: Db, personId: string, kind: Row<'exception'>['kind'], day: string) =>
  db
    .selectFrom('exception')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where(inForce('exception', day));

export async function insertException(db: Db, row: NewRow<'exception'>): Promise<void> {
  await db.insertInto('exception').values(row).execute();
}

/** Whether the form that is this operation was carried out before. */
export async function hasExceptionOf(db: Db, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  const row = await db.selectFrom('exception').select('id').where('client_op_id', '=', operation).executeTakeFirst();
  return row !== undefined;
}

/** What a leader may have made an exception from; a permission to grade is not one of them. */
export type ShownException = Exclude<Row<'exception'>['kind'], 'may-grade'>;

/** Every exception for a person or for this enrolment, newest first. */
export async function listExceptions(db: Db, personId: string, enrolmentId: string) {
  return db
    .selectFrom('exception')
    .select(['id', 'kind', 'value', 'reason', 'valid_until', 'recorded_at', nameOf('by_person').as('by')])
    .where('person_id', '=', personId)
    .where('kind', '!=', 'may-grade')
    .$narrowType<{ kind: ShownException }>()
    .where((on) => on.or([on('enrolment_id', 'is', null), on('enrolment_id', '=', enrolmentId)]))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
