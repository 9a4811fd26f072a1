import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';

/** Notes that were undone count nowhere. */
const stands = sql<boolean>`not exists (select 1 from guidance_undo where guidance_undo.guidance_id = guidance_log.id)`;

/**
 * Stores a session and returns its id. The same operation again returns the first id, unless that session was undone;
 * then a new one is stored.
 */
export async function insertGuidance(db: Db, row: NewRow<'guidance_log'>): Promise<string> {
  const store = (each: NewRow<'guidance_log'>) =>
    db
      .insertInto('guidance_log')
      .values(each)
      .onConflict((on) => on.column('client_op_id').doNothing())
      .execute();
  await store(row);
  const known = await db
    .selectFrom('guidance_log')
    .leftJoin('guidance_undo', 'guidance_undo.guidance_id', 'guidance_log.id')
    .select(['guidance_log.id', 'guidance_undo.recorded_at as undone'])
    .where('client_op_id', '=', row.client_op_id)
    .executeTakeFirstOrThrow();
  if (known.undone === null) return known.id;
  await store({ ...row, client_op_id: `${row.client_op_id}:${row.id}` });
  return row.id;
}

/** Adds that a note was undone, if it is the person's own. Undoing it again changes nothing. */
export async function insertGuidanceUndo(db: Db, id: string, personId: string, now: string): Promise<void> {
  const own = await db
    .selectFrom('guidance_log')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!own) return;
  await db
    .insertInto('guidance_undo')
    .values({ guidance_id: id, by_person: personId, recorded_at: now })
    .onConflict((on) => on.column('guidance_id').doNothing())
    .execute();
}

/** The notes a person made of the days from one to another, both included; the latest first. */
export async function listGuidanceOf(db: Db, personId: string, { from, until }: { from: string; until: string }) {
  return db
    .selectFrom('guidance_log')
    .innerJoin('library', 'library.number', 'guidance_log.library_number')
    .select([
      'guidance_log.id',
      'on_day',
      'reason',
      'outcome',
      'blocked',
      'channel',
      'distance',
      'minutes',
      'referred_to',
      'guidance_log.recorded_at',
      'library.name as library',
    ])
    .where('person_id', '=', personId)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .where(stands)
    .orderBy('on_day', 'desc')
    .orderBy('guidance_log.recorded_at', 'desc')
    .execute();
}

/** The months in which a person has notes, the latest first: `2026-11`. */
export async function listGuidanceMonthsOf(db: Db, personId: string): Promise<string[]> {
  const month = sql<string>`substr(on_day, 1, 7)`;
  const rows = await db
    .selectFrom('guidance_log')
    .select(month.as('month'))
    .distinct()
    .where('person_id', '=', personId)
    .where(stands)
    .execute();
  return rows.map((row) => row.month).sort((a, b) => (a < b ? 1 : -1));
}

/** How many sessions a library has logged from a day on. */
export async function countGuidanceAt(db: Db, libraryNumber: string, from: string): Promise<number> {
  const { n } = await db
    .selectFrom('guidance_log')
    .select((each) => each.fn.countAll<number>().as('n'))
    .where('library_number', '=', libraryNumber)
    .where('on_day', '>=', from)
    .where(stands)
    .executeTakeFirstOrThrow();
  return Number(n);
}
