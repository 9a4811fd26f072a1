import { sql } from 'kysely';
import { prepared } from '#db/prepared.ts';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

export type SessionFacts = {
  personId: string;
  name: string;
  language: 'da' | 'en';
  lastSeenAt: string;
  expiresAt: string;
  grants: { role: string; serviceId: string | null }[];
};

/** The live session, its person, and the roles held on the day: one statement per request. */
export async function findSession(
  db: Db,
  key: string,
  now: string,
  seenAfter: string,
  day: string,
): Promise<SessionFacts | undefined> {
  const rows = await askSession(db, { key, now, seenAfter, day });
  const [first] = rows;
  if (!first) return undefined;
  const grants = rows.flatMap(({ role, service_id }) => (role === null ? [] : [{ role, serviceId: service_id }]));
  return {
    personId: first.id,
    name: first.name,
    language: first.language,
    lastSeenAt: first.last_seen_at,
    expiresAt: first.expires_at,
    grants,
  };
}

const askSession = prepared(['key', 'now', 'seenAfter', 'day'], (db, { key, now, seenAfter, day }) =>
  db
    .selectFrom('auth_session as session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('role_grant', (join) =>
      join.onRef('role_grant.person_id', '=', 'person.id').on(inForce('role_grant', day)),
    )
    .select([
      'person.id',
      'person.language',
      'session.last_seen_at',
      'session.expires_at',
      'role_grant.role',
      'role_grant.service_id',
      nameOf('person.id').as('name'),
    ])
    .where('session.key', '=', key)
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', seenAfter)
    .where('person.status', '=', 'active'),
);

export async function insertSession(db: Db, row: NewRow<'auth_session'>): Promise<void> {
  await db.insertInto('auth_session').values(row).execute();
}

export async function updateLastSeen(db: Db, key: string, now: string): Promise<void> {
  await db
    .updateTable('auth_session')
    .set({ last_seen_at: now })
    .where('key', '=', key)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function revokeSession(db: Db, key: string, now: string): Promise<void> {
  await db
    .updateTable('auth_session')
    .set({ revoked_at: now })
    .where('key', '=', key)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Signs a person out everywhere. */
export async function revokeSessionsOf(db: Db, personId: string, now: string): Promise<void> {
  await db
    .updateTable('auth_session')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Counts a try and returns the count in one statement, so that parallel tries cannot slip past. */
export async function countTry(
  db: Db,
  bucket: string,
  now: string,
  endsAt: string,
): Promise<{ hits: number; endsAt: string }> {
  const { rows } = await sql<{ hits: number; ends_at: string }>`
    insert into auth_rate (bucket, hits, ends_at) values (${bucket}, 1, ${endsAt})
    on conflict (bucket) do update set
      hits = case when auth_rate.ends_at <= ${now} then 1 else auth_rate.hits + 1 end,
      ends_at = case when auth_rate.ends_at <= ${now} then ${endsAt} else auth_rate.ends_at end
    returning hits, ends_at`.execute(db);
  return { hits: rows[0]!.hits, endsAt: rows[0]!.ends_at };
}

/** Deletes expired codes and counters, and sessions that ended long ago. */
export async function removeEnded(db: Db, now: string, longAgo: string): Promise<void> {
  await db.deleteFrom('auth_challenge').where('expires_at', '<', now).execute();
  await db.deleteFrom('auth_rate').where('ends_at', '<', now).execute();
  await db.deleteFrom('auth_session').where('expires_at', '<', longAgo).execute();
}
