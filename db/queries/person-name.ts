import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** The latest name of a person as a column: `nameOf('person.id').as('name')`. */
export function nameOf(person: string) {
  const id = sql.ref(person);
  return sql<string>`(select trim(given_name || ' ' || family_name) from person_name
    where person_id = ${id} order by valid_from desc, recorded_at desc limit 1)`;
}

/** The latest name of a person. */
export async function findPersonName(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select(nameOf('person.id').as('name'))
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.name || undefined;
}
