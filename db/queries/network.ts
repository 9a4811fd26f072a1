import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { knownRows } from './known-rows.ts';

const nameOn = (day: string) => sql<string>`(select trim(given_name || ' ' || family_name) from person_name
  where person_id = person.id and valid_from <= ${day} order by valid_from desc, recorded_at desc limit 1)`;

const ContactRow = z.strictObject({
  id: z.string(),
  email: z.string().nullable(),
  language: z.enum(['da', 'en']),
  serviceId: z.string(),
  service: z.string(),
  name: z.string(),
});

/**
 * The contact persons on a day with their library service and address; somebody of two services is listed twice. Only roles
 * that were recorded by an instant count if one is given.
 */
export async function listContactPersons(db: Db, day: string, known?: string) {
  const { rows } = await sql`
    select distinct person.id, person.email, person.language, library_service.id as "serviceId",
      library_service.name as service, ${nameOn(day)} as name
    from ${knownRows('role_grant', known)}
    join person on person.id = role_grant.person_id
    join library_service on library_service.id = role_grant.service_id
    where role_grant.role = 'contact-person' and person.status = 'active' and ${inForce('role_grant', day)}
    order by library_service.id, person.id`.execute(db);
  return z.array(ContactRow).parse(rows);
}

/** How many people work at a library on a day: everybody is a member of the network. `known` as above. */
export async function countNetworkMembers(db: Db, day: string, known?: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct affiliation.person_id) as n
    from ${knownRows('affiliation', known)}
    join person on person.id = affiliation.person_id
    where person.status = 'active' and ${inForce('affiliation', day)}`.execute(db);
  return Number(rows[0]!.n);
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

/**
 * Messages, newest first, with how many were meant to get it, how many letters were sent and how many had no address; of a
 * past day those that were written by the last instant of it, and the letters sent by then.
 */
export async function listMessages(db: Db, most: number, until?: string) {
  const rows = await db
    .selectFrom('network_message')
    .innerJoin('network_recipient', 'network_recipient.message_id', 'network_message.id')
    .leftJoin('outbox', 'outbox.dedupe_key', 'network_recipient.letter')
    .select((each) => [
      'network_message.id',
      'network_message.subject',
      'network_message.recorded_at as sentAt',
      each.fn.countAll<number>().as('recipients'),
      (until === undefined
        ? each.fn.count<number>('outbox.sent_at')
        : sql<number>`count(case when outbox.sent_at <= ${until} then 1 end)`
      ).as('sent'),
      each.fn.count<number>('network_recipient.letter').as('letters'),
    ])
    .$if(until !== undefined, (asked) => asked.where('network_message.recorded_at', '<=', until!))
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
