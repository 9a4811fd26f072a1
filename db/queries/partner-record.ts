import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { lockByName } from './setting.ts';
import { stillStands } from './still-stands.ts';

/** Tables of what is agreed and done with partners: a correction and a withdrawal are rows that point at the one before. */
export type PartnerRecord = 'agreement' | 'meeting' | 'outreach' | 'peer_session';

const locks = {
  agreement: 'agreements',
  meeting: 'meetings',
  outreach: 'outreach',
  peer_session: 'peer-sessions',
} as const satisfies Record<PartnerRecord, string>;

/** Which records of a list: of which services, of which days, as they stood at which instant, and how many at most. */
export type WantedRecords = {
  services: 'all' | readonly string[];
  from?: string | undefined;
  until?: string | undefined;
  known?: string | undefined;
  most?: number | undefined;
};

/** Two people could otherwise correct the same version, or each find that nothing overlaps. */
export async function lockRecords(trx: Db, kind: PartnerRecord, at: string): Promise<void> {
  await lockByName(trx, locks[kind], at);
}

// The four tables share these columns. Kysely has no type for "one of four tables", so one of them stands for all.
const as = (kind: PartnerRecord) => kind as 'meeting';

/** Whose the version is, and whether it still stands. */
export async function findVersion(
  db: Db,
  kind: PartnerRecord,
  id: string,
): Promise<{ service_id: string | null; stands: 0 | 1 } | undefined> {
  return db
    .selectFrom(as(kind))
    .select('service_id')
    .select(sql<0 | 1>`case when ${stillStands(kind)} then 1 else 0 end`.as('stands'))
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Appends the next version of a record: a copy that points at it, with what has changed. */
export async function appendVersion(
  db: Db,
  kind: PartnerRecord,
  id: string,
  change: { id: string; why: string; by_person: string | null; recorded_at: string } & (
    | { withdrawn: 1 }
    | { next_done_on: string }
  ),
): Promise<void> {
  const former = await db.selectFrom(as(kind)).selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await db
    .insertInto(as(kind))
    .values({ ...former, ...change, corrects: id, client_op_id: null })
    .execute();
}
