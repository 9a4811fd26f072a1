import type { Db, NewRow } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

export async function insertEvidenceRequests(db: Db, rows: readonly NewRow<'evidence_request'>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('evidence_request')
      .values([...rows])
      .execute();
}

export async function hasAsk(db: Db, askId: string): Promise<boolean> {
  const row = await db.selectFrom('evidence_request').select('id').where('ask_id', '=', askId).executeTakeFirst();
  return row !== undefined;
}

/** When each paper was asked for last, by service and gate. */
export async function listLastAsked(db: Db): Promise<{ serviceId: string; gate: string; askedOn: string }[]> {
  return db
    .selectFrom('evidence_request')
    .select((each) => ['service_id as serviceId', 'gate', each.fn.max('asked_on').as('askedOn')])
    .groupBy(['service_id', 'gate'])
    .execute();
}

/** What a service was asked for by a day, newest first, as it was recorded by an instant if one is given. */
export async function listRequestsOf(
  db: Db,
  { serviceId, day, known }: { serviceId: string; day: string; known?: string | undefined },
) {
  return db
    .selectFrom('evidence_request')
    .select(['id', 'ask_id as askId', 'gate', 'asked_on as askedOn', 'due_on as dueOn', 'recorded_at as recordedAt'])
    .select(nameOf('evidence_request.person_id').as('person'))
    .select(nameOf('evidence_request.by_person').as('by'))
    .where('service_id', '=', serviceId)
    .where('asked_on', '<=', day)
    .$if(known !== undefined, (all) => all.where('recorded_at', '<=', known!))
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
}
