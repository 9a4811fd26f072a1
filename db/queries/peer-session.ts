import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { stillStands } from './still-stands.ts';

export async function insertPeerSession(db: Db, row: NewRow<'peer_session'>): Promise<void> {
  await db.insertInto('peer_session').values(row).execute();
}

export async function findPeerSessionByOperation(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('peer_session').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

const columns = [
  'peer_session.id',
  'peer_session.first_id as firstId',
  'peer_session.service_id as serviceId',
  'peer_session.on_day as onDay',
  'peer_session.starts_at as startsAt',
  'peer_session.place',
  'peer_session.topic',
  'peer_session.seats',
  'peer_session.taken',
] as const;

/** The sessions from a day on that still stand, the next first; with an instant as they were planned then. */
export async function listPeerSessions(db: Db, from: string, known?: string) {
  return db
    .selectFrom('peer_session')
    .innerJoin('library_service', 'library_service.id', 'peer_session.service_id')
    .select([...columns, 'library_service.name as service'])
    .where(stillStands('peer_session', known))
    .where('peer_session.on_day', '>=', from)
    .orderBy('peer_session.on_day')
    .orderBy('peer_session.id')
    .execute();
}

/** A session as it was recorded, and whether it still stands. */
export async function findPeerSession(db: Db, id: string) {
  return db
    .selectFrom('peer_session')
    .innerJoin('library_service', 'library_service.id', 'peer_session.service_id')
    .select([...columns, 'peer_session.withdrawn', 'library_service.name as service'])
    .select(sql<0 | 1>`case when ${stillStands('peer_session')} then 1 else 0 end`.as('stands'))
    .where('peer_session.id', '=', id)
    .executeTakeFirst();
}

/** Every version of a session, oldest first. */
export async function listPeerSessionVersions(db: Db, firstId: string) {
  return db
    .selectFrom('peer_session')
    .select(['id', 'corrects', 'withdrawn', 'why', 'recorded_at as recordedAt'])
    .where('first_id', '=', firstId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}
