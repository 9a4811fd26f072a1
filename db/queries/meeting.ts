import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import type { WantedRecords } from './partner-record.ts';
import { stillStands } from './still-stands.ts';

export async function insertMeeting(db: Db, row: NewRow<'meeting'>): Promise<void> {
  await db.insertInto('meeting').values(row).execute();
}

export async function findMeetingByOperation(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('meeting').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

const columns = [
  'meeting.id',
  'meeting.first_id as firstId',
  'meeting.service_id as serviceId',
  'meeting.on_day as onDay',
  'meeting.starts_at as startsAt',
  'meeting.place',
  'meeting.partners',
  'meeting.held',
  'meeting.decisions',
  'meeting.next_step as nextStep',
  'meeting.next_owner as nextOwner',
  'meeting.next_on as nextOn',
  'meeting.next_done_on as nextDoneOn',
] as const;

/** Meetings that still stand, or stood at an instant, newest first: all, or those of some library services. */
export async function listMeetings(db: Db, { services, from, until, known, most }: WantedRecords) {
  if (services !== 'all' && services.length === 0) return [];
  return db
    .selectFrom('meeting')
    .leftJoin('library_service', 'library_service.id', 'meeting.service_id')
    .select([...columns, 'library_service.name as service'])
    .where(stillStands('meeting', known))
    .$if(services !== 'all', (all) => all.where('meeting.service_id', 'in', services as readonly string[]))
    .$if(from !== undefined, (all) => all.where('meeting.on_day', '>=', from!))
    .$if(until !== undefined, (all) => all.where('meeting.on_day', '<=', until!))
    .orderBy('meeting.on_day', 'desc')
    .orderBy('meeting.id', 'desc')
    .$if(most !== undefined, (all) => all.limit(most!))
    .execute();
}

/** A meeting as it was recorded, and whether it still stands. */
export async function findMeeting(db: Db, id: string) {
  return db
    .selectFrom('meeting')
    .leftJoin('library_service', 'library_service.id', 'meeting.service_id')
    .select([...columns, 'meeting.withdrawn', 'library_service.name as service'])
    .select(sql<0 | 1>`case when ${stillStands('meeting')} then 1 else 0 end`.as('stands'))
    .where('meeting.id', '=', id)
    .executeTakeFirst();
}

/** Every version of a meeting, oldest first. */
export async function listMeetingVersions(db: Db, firstId: string) {
  return db
    .selectFrom('meeting')
    .select([
      'id',
      'on_day as onDay',
      'corrects',
      'withdrawn',
      'why',
      'next_done_on as nextDoneOn',
      'recorded_at as recordedAt',
    ])
    .where('first_id', '=', firstId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}
