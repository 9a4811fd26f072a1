import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { nameOf } from './person-name.ts';
import { recordedBy } from './recorded-by.ts';

export async function appendPeerSeat(db: Db, row: NewRow<'peer_seat'>): Promise<void> {
  await db.insertInto('peer_seat').values(row).execute();
}

/** The latest word of each person about a session, by an instant if one is given, where it is that they take the seat. */
const isHeld = (
  until?: string,
) => sql<boolean>`(peer_seat.taken = 1 and ${recordedBy('peer_seat', until)} and not exists (
  select 1 from peer_seat as later where later.session_first_id = peer_seat.session_first_id
    and later.person_id = peer_seat.person_id and later.seq > peer_seat.seq and ${recordedBy('later', until)}))`;

/** What one person last said about a session: the number of that row, and whether they have a seat. */
export async function findPeerSeat(
  db: Db,
  sessionFirstId: string,
  personId: string,
): Promise<{ seq: number; taken: 0 | 1 } | undefined> {
  return db
    .selectFrom('peer_seat')
    .select(['seq', 'taken'])
    .where('session_first_id', '=', sessionFirstId)
    .where('person_id', '=', personId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Everybody who has a seat in a session, in the order in which they took it. */
export async function listPeerSeats(db: Db, sessionFirstId: string) {
  return db
    .selectFrom('peer_seat')
    .innerJoin('person', 'person.id', 'peer_seat.person_id')
    .select(['peer_seat.person_id as personId', 'person.email', nameOf('peer_seat.person_id').as('name')])
    .where('session_first_id', '=', sessionFirstId)
    .where(isHeld())
    .orderBy('peer_seat.recorded_at')
    .orderBy('peer_seat.id')
    .execute();
}

/**
 * How many seats people have taken themselves, by session, and in which of them this person has one; with an instant as it was
 * then.
 */
export async function countPeerSeats(
  db: Db,
  sessionFirstIds: readonly string[],
  personId: string,
  until?: string,
): Promise<Map<string, { count: number; mine: boolean }>> {
  if (sessionFirstIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('peer_seat')
    .select(['session_first_id as id', (on) => on.fn.countAll().as('count')])
    .select(sql<number>`max(case when person_id = ${personId} then 1 else 0 end)`.as('mine'))
    .where('session_first_id', 'in', sessionFirstIds)
    .where(isHeld(until))
    .groupBy('session_first_id')
    .execute();
  return new Map(rows.map(({ id, count, mine }) => [id, { count: Number(count), mine: Number(mine) === 1 }]));
}
