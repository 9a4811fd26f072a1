import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import type { WantedRecords } from './partner-record.ts';
import { stillStands } from './still-stands.ts';

export async function insertOutreach(db: Db, row: NewRow<'outreach'>): Promise<void> {
  await db.insertInto('outreach').values(row).execute();
}

export async function findOutreachByOperation(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('outreach').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

const columns = [
  'outreach.id',
  'outreach.first_id as firstId',
  'outreach.service_id as serviceId',
  'outreach.channel',
  'outreach.on_day as onDay',
  'outreach.last_day as lastDay',
  'outreach.place',
  'outreach.amount',
  'outreach.note',
  'outreach.cost_kroner as cost',
  'outreach.paid_by as paidBy',
  'outreach.answer',
  'outreach.document',
  'outreach.document_name as documentName',
] as const;

/** Outreach that still stands, or stood at an instant, newest first: all of it, or that of some library services. */
export async function listOutreach(db: Db, { services, from, until, known, most }: WantedRecords) {
  if (services !== 'all' && services.length === 0) return [];
  return db
    .selectFrom('outreach')
    .leftJoin('library_service', 'library_service.id', 'outreach.service_id')
    .select([...columns, 'library_service.name as service'])
    .where(stillStands('outreach', known))
    .$if(services !== 'all', (all) => all.where('outreach.service_id', 'in', services as readonly string[]))
    .$if(from !== undefined, (all) => all.where('outreach.on_day', '>=', from!))
    .$if(until !== undefined, (all) => all.where('outreach.on_day', '<=', until!))
    .orderBy('outreach.on_day', 'desc')
    .orderBy('outreach.id', 'desc')
    .$if(most !== undefined, (all) => all.limit(most!))
    .execute();
}

/**
 * How many efforts began by channel from one day to another, both included, in how many library services, and what they cost.
 * Of invitations also how many were answered, and how many with yes.
 */
export async function countOutreach(
  db: Db,
  given: { services: 'all' | readonly string[]; from: string; to: string; known?: string | undefined },
) {
  const { services, from, to, known } = given;
  if (services !== 'all' && services.length === 0) return [];
  const rows = await db
    .selectFrom('outreach')
    .select((each) => [
      'channel',
      each.fn.countAll<number>().as('efforts'),
      each.fn.count<number>('service_id').distinct().as('services'),
      each.fn.sum<number>('amount').as('amount'),
      sql<number>`coalesce(sum(cost_kroner), 0)`.as('cost'),
      sql<number>`sum(case when answer <> 'none' then 1 else 0 end)`.as('answered'),
      sql<number>`sum(case when answer = 'yes' then 1 else 0 end)`.as('accepted'),
    ])
    .where(stillStands('outreach', known))
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .$if(services !== 'all', (all) => all.where('service_id', 'in', services as readonly string[]))
    .groupBy('channel')
    .orderBy('channel')
    .execute();
  return rows.map(({ channel, efforts, services: places, amount, cost, answered, accepted }) => ({
    channel,
    efforts: Number(efforts),
    services: Number(places),
    amount: Number(amount),
    cost: Number(cost),
    answered: Number(answered),
    accepted: Number(accepted),
  }));
}

/** An effort as it was recorded, and whether it still stands. */
export async function findOutreach(db: Db, id: string) {
  return db
    .selectFrom('outreach')
    .leftJoin('library_service', 'library_service.id', 'outreach.service_id')
    .select([...columns, 'outreach.withdrawn', 'library_service.name as service'])
    .select(sql<0 | 1>`case when ${stillStands('outreach')} then 1 else 0 end`.as('stands'))
    .where('outreach.id', '=', id)
    .executeTakeFirst();
}

/** Every version of an effort, oldest first. */
export async function listOutreachVersions(db: Db, firstId: string) {
  return db
    .selectFrom('outreach')
    .select(['id', 'corrects', 'withdrawn', 'why', 'recorded_at as recordedAt'])
    .where('first_id', '=', firstId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** The bytes of an effort's file. */
export async function findOutreachFile(db: Db, id: string) {
  return db
    .selectFrom('outreach')
    .innerJoin('document', 'document.sha256', 'outreach.document')
    .select(['outreach.document_name as name', 'document.media_type as type', 'document.bytes'])
    .where('outreach.id', '=', id)
    .executeTakeFirst();
}
