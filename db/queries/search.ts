import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { holds, mayHold } from './contains.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

export async function searchMunicipalities(db: Db, find: string, most: number) {
  const rows = await db
    .selectFrom('municipality')
    .innerJoin('service_municipality', 'service_municipality.municipality_code', 'municipality.code')
    .select(['municipality.code', 'municipality.name', 'service_municipality.service_id'])
    .where(mayHold(sql.ref('municipality.name'), find))
    .orderBy('municipality.name')
    .execute();
  return rows.filter(({ name }) => holds(name, find)).slice(0, most);
}

export async function searchHolds(db: Db, find: string, most: number, leaderId?: string) {
  const rows = await db
    .selectFrom('hold')
    .select(['hold.id', 'hold.name'])
    .where(mayHold(sql.ref('hold.name'), find))
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
    .orderBy('hold.starts_on', 'desc')
    .execute();
  return rows.filter(({ name }) => holds(name, find)).slice(0, most);
}

/** Searches people by current name or address, in some library services or all, with their library. */
export async function searchPeople(
  db: Db,
  find: string,
  most: number,
  by: { services: 'all' | readonly string[]; day: string; blocked?: boolean },
) {
  const name = nameOf('person.id');
  const rows = await db
    .selectFrom('person')
    .leftJoin('affiliation', (join) =>
      join.onRef('affiliation.person_id', '=', 'person.id').on(inForce('affiliation', by.day)),
    )
    .leftJoin('library', 'library.number', 'affiliation.library_number')
    .select(['person.id', 'person.email', 'person.status', 'library.name as library', name.as('name')])
    .where('person.status', 'in', by.blocked ? ['active', 'blocked'] : ['active'])
    .where((on) => on.or([mayHold(name, find), mayHold(sql`coalesce(person.email, '')`, find)]))
    .$if(by.services !== 'all', (all) => all.where('library.service_id', 'in', [...by.services, '']))
    .execute();
  const found = rows.filter((row) => holds(row.name, find) || holds(row.email ?? '', find));
  return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, most);
}

/** The enrolments of these people on holds that the leader leads, oldest first. */
export async function listEnrolmentsLed(db: Db, leaderId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('enrolment')
    .innerJoin('hold_leader', 'hold_leader.hold_id', 'enrolment.hold_id')
    .select(['enrolment.id', 'enrolment.hold_id', 'enrolment.person_id'])
    .where('hold_leader.person_id', '=', leaderId)
    .where('enrolment.person_id', 'in', personIds)
    .orderBy('enrolment.recorded_at')
    .execute();
}
