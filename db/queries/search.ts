import { sql } from 'kysely';
import type { Db } from '../schema.ts';

const pattern = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

export async function searchMunicipalities(db: Db, text: string, most: number) {
  return db
    .selectFrom('municipality')
    .innerJoin('service_municipality', 'service_municipality.municipality_code', 'municipality.code')
    .select(['municipality.code', 'municipality.name', 'service_municipality.service_id'])
    .where(sql<boolean>`lower(municipality.name) like ${pattern(text)} escape '\\'`)
    .orderBy('municipality.name')
    .limit(most)
    .execute();
}

export async function searchHolds(db: Db, text: string, most: number, leaderId?: string) {
  return db
    .selectFrom('hold')
    .select(['hold.id', 'hold.name'])
    .where(sql<boolean>`lower(hold.name) like ${pattern(text)} escape '\\'`)
    .$if(leaderId !== undefined, (all) =>
      all.where((on) =>
        on.exists(
          on
            .selectFrom('hold_leader')
            .select('person_id')
            .whereRef('hold_id', '=', 'hold.id')
            .where('person_id', '=', leaderId!),
        ),
      ),
    )
    .limit(most)
    .execute();
}

export async function searchPeople(db: Db, text: string, most: number) {
  const { rows } = await sql<{ id: string; name: string; library: string | null; service_id: string | null }>`
    select person.id, person_name.given_name || ' ' || person_name.family_name as name, library.name as library, library.service_id
    from person
    join person_name on person_name.person_id = person.id
    left join affiliation on affiliation.person_id = person.id and affiliation.valid_until is null
    left join library on library.number = affiliation.library_number
    where person.status = 'active' and lower(person_name.given_name || ' ' || person_name.family_name) like ${pattern(text)} escape '\\'
    limit ${most * 5}`.execute(db);
  return rows;
}
