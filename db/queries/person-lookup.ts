import type { Db, NewRow, Row } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { keyContains } from './key-contains.ts';
import { nameOf } from './person-name.ts';

export type LookupRow = Row<'person_lookup'>;

/** So many rows of eight values are below every limit of both databases. */
const atOnce = 500;

/** Stores them all or none. */
export async function insertLookups(db: Db, rows: readonly NewRow<'person_lookup'>[]): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < rows.length; from += atOnce)
      await trx
        .insertInto('person_lookup')
        .values(rows.slice(from, from + atOnce))
        .execute();
  });
}

export async function removeLookupsBefore(db: Db, instant: string): Promise<void> {
  await db.deleteFrom('person_lookup').where('at', '<', instant).execute();
}

type Wanted = { since: string; whom: string; by: string };

/** The look-ups since an instant, newest first; of people and by people whose name or address has these words. */
export async function listLookups(db: Db, wanted: Wanted, { limit, offset }: { limit: number; offset: number }) {
  return narrowed(db, wanted)
    .select(['person_lookup.id', 'at', 'role', 'page', 'words', 'person_id', 'by_person'])
    .select([nameOf('person_lookup.person_id').as('whom'), nameOf('person_lookup.by_person').as('by')])
    .orderBy('at', 'desc')
    .orderBy('person_lookup.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countLookups(db: Db, wanted: Wanted): Promise<number> {
  const { count } = await narrowed(db, wanted)
    .select((each) => each.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function narrowed(db: Db, { since, whom, by }: Wanted) {
  const having = (find: string) => db.selectFrom('person').select('id').where(keyContains('person.search_key', find));
  return db
    .selectFrom('person_lookup')
    .where('at', '>=', since)
    .$if(whom !== '', (all) => all.where('person_id', 'in', having(whom)))
    .$if(by !== '', (all) => all.where('by_person', 'in', having(by)));
}

/** How often each person looked this one up since an instant, in which role, with their library of the day. */
export async function countLookupsOf(db: Db, personId: string, { since, day }: { since: string; day: string }) {
  const rows = await db
    .selectFrom('person_lookup')
    .select(['role', 'by_person'])
    .select((each) => [each.fn.countAll<number>().as('count'), each.fn.max<string>('at').as('last')])
    .select((each) =>
      each
        .selectFrom('affiliation')
        .innerJoin('library', 'library.number', 'affiliation.library_number')
        .select('library.name')
        .whereRef('affiliation.person_id', '=', 'person_lookup.by_person')
        .where(inForce('affiliation', day))
        .orderBy('affiliation.valid_from', 'desc')
        .limit(1)
        .as('library'),
    )
    .where('person_id', '=', personId)
    .where('at', '>=', since)
    .groupBy(['role', 'by_person'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
