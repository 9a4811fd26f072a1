import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { stillStands } from './still-stands.ts';

export type Wave = { id: string; name: string; opensOn: string };

export async function insertWave(db: Db, row: NewRow<'wave'>): Promise<void> {
  await db.insertInto('wave').values(row).execute();
}

export async function findWaveByOperation(db: Db, operation: string | null): Promise<{ id: string } | undefined> {
  if (operation === null) return undefined;
  return db.selectFrom('wave').select('first_id as id').where('client_op_id', '=', operation).executeTakeFirst();
}

/** The waves of the rollout by the day they open, as they were known at an instant if one is given. */
export async function listWaves(db: Db, { known }: { known?: string | undefined } = {}): Promise<Wave[]> {
  return db
    .selectFrom('wave')
    .select(['first_id as id', 'name', 'opens_on as opensOn'])
    .where(stillStands('wave', known))
    .orderBy('opens_on')
    .orderBy('first_id')
    .execute();
}

/** A wave as it stands, with the version that says so. */
export async function findWave(db: Db, id: string): Promise<(Wave & { version: string }) | undefined> {
  return db
    .selectFrom('wave')
    .select(['first_id as id', 'wave.id as version', 'name', 'opens_on as opensOn'])
    .where('first_id', '=', id)
    .where(stillStands('wave'))
    .executeTakeFirst();
}

/** Every version of a wave, oldest first. */
export async function listWaveVersions(db: Db, id: string) {
  return db
    .selectFrom('wave')
    .select(['id', 'name', 'opens_on as opensOn', 'why', 'recorded_at as recordedAt'])
    .where('first_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

export type WaveMember = { serviceId: string; waveId: string; from: string };
type Wanted = { day: string; known?: string | undefined; services?: readonly string[] | undefined };

/**
 * Which library service is in which wave on a day: the last move that was made for that day or an earlier one. Only what was
 * recorded by an instant counts if one is given, and only some services if they are named.
 */
export async function listWaveMembers(db: Db, { day, known, services }: Wanted): Promise<WaveMember[]> {
  const recorded = (table: string) =>
    known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
  const wanted = services ? sql`member.service_id in (${sql.join(['', ...services])})` : sql`1 = 1`;
  const { rows } = await sql<WaveMember>`
    select member.service_id as "serviceId", member.wave_id as "waveId", member.from_day as "from"
    from wave_member as member
    where member.wave_id is not null and member.from_day <= ${day} and ${recorded('member')} and ${wanted}
      and not exists (
        select 1 from wave_member as later
        where later.service_id = member.service_id and later.from_day <= ${day} and ${recorded('later')}
          and (later.from_day > member.from_day or (later.from_day = member.from_day and later.seq > member.seq)))
    order by member.service_id`.execute(db);
  return rows;
}

/** The wave a library service is in on a day. */
export async function waveOf(db: Db, given: { serviceId: string; day: string }): Promise<Wave | undefined> {
  const [member] = await listWaveMembers(db, { day: given.day, services: [given.serviceId] });
  return member && findWave(db, member.waveId);
}

/** Every move of some library services between waves, in the order they were recorded. */
export async function listMoves(db: Db, services: readonly string[]) {
  if (services.length === 0) return [];
  return db
    .selectFrom('wave_member')
    .select(['id', 'service_id as serviceId', 'seq', 'wave_id as waveId', 'from_day as from', 'why'])
    .select('recorded_at as recordedAt')
    .where('service_id', 'in', services)
    .orderBy('recorded_at')
    .orderBy('seq')
    .execute();
}

export async function insertMove(db: Db, row: NewRow<'wave_member'>): Promise<void> {
  await db.insertInto('wave_member').values(row).execute();
}

export async function hasMoveOf(db: Db, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  return (
    (await db.selectFrom('wave_member').select('id').where('client_op_id', '=', operation).executeTakeFirst()) !==
    undefined
  );
}

/** The number of a service's next move. */
export async function nextMoveOf(db: Db, serviceId: string): Promise<number> {
  const row = await db
    .selectFrom('wave_member')
    .select((each) => each.fn.max('seq').as('last'))
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}
