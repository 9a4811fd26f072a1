import { sql } from 'kysely';

/** The latest name of a person as a column: `nameOf('person.id').as('name')`. */
export function nameOf(person: string) {
  const id = sql.ref(person);
  return sql<string>`(select trim(given_name || ' ' || family_name) from person_name
    where person_id = ${id} order by valid_from desc, recorded_at desc limit 1)`;
}
