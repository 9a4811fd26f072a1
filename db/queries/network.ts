import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce } from './in-force.ts';

const nameOn = (day: string) => sql<string>`(select trim(given_name || ' ' || family_name) from person_name
  where person_id = person.id and valid_from <= ${day} order by valid_from desc, recorded_at desc limit 1)`;

/** The contact persons on a day with their library service and address; somebody of two services is listed twice. */
export async function listContactPersons(db: Db, day: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .innerJoin('library_service', 'library_service.id', 'role_grant.service_id')
    .select(['person.id', 'person.email', 'person.language', 'library_service.id as serviceId'])
    .select('library_service.name as service')
    .select(nameOn(day).as('name'))
    .distinct()
    .where('role_grant.role', '=', 'contact-person')
    .where('person.status', '=', 'active')
    .where(inForce('role_grant', day))
    .orderBy('library_service.id')
    .orderBy('person.id')
    .execute();
}

/** How many people work at a library on a day: everybody is a member of the network. */
export async function countNetworkMembers(db: Db, day: string): Promise<number> {
  const { n } = await db
    .selectFrom('affiliation')
    .innerJoin('person', 'person.id', 'affiliation.person_id')
    .select((each) => each.fn.count<number>('affiliation.person_id').distinct().as('n'))
    .where('person.status', '=', 'active')
    .where(inForce('affiliation', day))
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function findMessageByOperation(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('network_message').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

export async function insertMessage(
  db: Db,
  row: NewRow<'network_message'>,
  recipients: readonly NewRow<'network_recipient'>[],
): Promise<void> {
  await db.insertInto('network_message').values(row).execute();
  if (recipients.length > 0) await db.insertInto('network_recipient').values(recipients).execute();
}

export async function findMessage(db: Db, id: string) {
  return db
    .selectFrom('network_message')
    .select(['id', 'subject', 'body', 'recorded_at as sentAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Messages, newest first, with how many were meant to get it, how many letters were sent and how many had no address. */
export async function listMessages(db: Db, most: number) {
  const rows = await db
    .selectFrom('network_message')
    .innerJoin('network_recipient', 'network_recipient.message_id', 'network_message.id')
    .leftJoin('outbox', 'outbox.dedupe_key', 'network_recipient.letter')
    .select((each) => [
      'network_message.id',
      'network_message.subject',
      'network_message.recorded_at as sentAt',
      each.fn.countAll<number>().as('recipients'),
      each.fn.count<number>('outbox.sent_at').as('sent'),
      each.fn.count<number>('network_recipient.letter').as('letters'),
    ])
    .groupBy(['network_message.id', 'network_message.subject', 'network_message.recorded_at'])
    .orderBy('network_message.recorded_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id, subject, sentAt, recipients, sent, letters }) => ({
    ...{ id, subject, sentAt, recipients: Number(recipients), sent: Number(sent) },
    withoutAddress: Number(recipients) - Number(letters),
  }));
}

/** Whom a message was meant for, and what became of each letter. */
export async function listRecipients(db: Db, messageId: string, day: string) {
  return db
    .selectFrom('network_recipient')
    .innerJoin('person', 'person.id', 'network_recipient.person_id')
    .leftJoin('outbox', 'outbox.dedupe_key', 'network_recipient.letter')
    .select(['person.id', 'network_recipient.letter', 'outbox.sent_at as sentAt', 'outbox.tries'])
    .select(nameOn(day).as('name'))
    .where('network_recipient.message_id', '=', messageId)
    .orderBy('person.id')
    .execute();
}
