import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, NewRow } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

const HelpPointRow = z.strictObject({
  serviceId: z.string(),
  times: z.string(),
  place: z.string(),
  booking: z.string(),
  phone: z.string(),
  languages: z.string(),
  access: z.string(),
  topics: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(z.array(z.string())),
  from: z.string(),
  toldBy: z.enum(['library', 'agency']),
  recordedAt: z.string(),
});
export type HelpPointOn = z.infer<typeof HelpPointRow>;

type Wanted = { day: string; services?: readonly string[] | undefined };

/** What library services say of their help on a day: the last that was recorded for that day or an earlier one. */
export async function listHelpPoints(db: Db, { day, services }: Wanted): Promise<HelpPointOn[]> {
  const wanted = services ? sql`point.service_id in (${sql.join(['', ...services])})` : sql`1 = 1`;
  const { rows } = await sql`
    select point.service_id as "serviceId", point.times, point.place, point.booking, point.phone, point.languages,
      point.access, point.topics, point.from_day as "from", point.told_by as "toldBy", point.recorded_at as "recordedAt"
    from help_point as point
    where point.from_day <= ${day} and ${wanted}
      and not exists (
        select 1 from help_point as later
        where later.service_id = point.service_id and later.from_day <= ${day}
          and (later.from_day > point.from_day or (later.from_day = point.from_day and later.seq > point.seq)))
    order by point.service_id`.execute(db);
  return rows.map((row) => HelpPointRow.parse(row));
}

/** Every text of a service, the last recorded first, with the name of who wrote it; null on the command line. */
export async function listHelpPointVersions(db: Db, serviceId: string) {
  return db
    .selectFrom('help_point')
    .select(['id', 'times', 'place', 'from_day as from', 'told_by as toldBy', 'recorded_at as recordedAt'])
    .select(nameOf('help_point.by_person').as('by'))
    .where('service_id', '=', serviceId)
    .orderBy('seq', 'desc')
    .execute();
}

/** Every yes and no of a service to the public page, the last first. */
export async function listHelpConsents(db: Db, serviceId: string) {
  const rows = await db
    .selectFrom('help_consent')
    .select(['id', 'given', 'said_by as saidBy', 'recorded_at as recordedAt'])
    .select(nameOf('help_consent.by_person').as('by'))
    .where('service_id', '=', serviceId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ given, ...consent }) => ({ ...consent, given: given === 1 }));
}

/** The services whose last answer is yes, and since when. */
export async function listConsenting(db: Db): Promise<{ serviceId: string; since: string }[]> {
  const { rows } = await sql<{ serviceId: string; since: string }>`
    select consent.service_id as "serviceId", consent.recorded_at as since from help_consent as consent
    where consent.given = 1 and not exists (
      select 1 from help_consent as later where later.service_id = consent.service_id and later.seq > consent.seq)
    order by consent.service_id`.execute(db);
  return rows;
}

export async function insertHelpPoint(db: Db, row: NewRow<'help_point'>): Promise<void> {
  await db.insertInto('help_point').values(row).execute();
}

export async function insertHelpConsent(db: Db, row: NewRow<'help_consent'>): Promise<void> {
  await db.insertInto('help_consent').values(row).execute();
}

/** The names of the libraries that are open on a day, by municipality: a town is found by its library. */
export async function listLibraryNames(db: Db, day: string): Promise<{ code: string; library: string }[]> {
  return db
    .selectFrom('library')
    .select(['municipality_code as code', 'name as library'])
    .where('opened_on', '<=', day)
    .where((each) => each.or([each('closed_on', 'is', null), each('closed_on', '>', day)]))
    .execute();
}

type Table = 'help_point' | 'help_consent';

export async function hasHelpOf(db: Db, table: Table, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  const row = await db.selectFrom(table).select('id').where('client_op_id', '=', operation).executeTakeFirst();
  return row !== undefined;
}

/** The number of a service's next text or answer. */
export async function nextHelpOf(db: Db, table: Table, serviceId: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((each) => each.fn.max('seq').as('last'))
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}
