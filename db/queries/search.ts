import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { mayContain } from './may-contain.ts';
import { nameOf } from './person-name.ts';

/** Municipalities whose name may contain the text, with the service that covers each. */
export async function searchMunicipalities(db: Db, find: string) {
  return db
    .selectFrom('municipality')
    .innerJoin('service_municipality', 'service_municipality.municipality_code', 'municipality.code')
    .select(['municipality.code', 'municipality.name', 'service_municipality.service_id as serviceId'])
    .where(mayContain(sql.ref('municipality.name'), find))
    .orderBy('municipality.name')
    .execute();
}

/** Holds whose name may contain the text, newest first; only those of one leader if an id is given. */
export async function searchHolds(db: Db, find: string, leaderId?: string) {
  return db
    .selectFrom('hold')
    .select(['hold.id', 'hold.name'])
    .where(mayContain(sql.ref('hold.name'), find))
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
}

/** People whose current name or address may contain the text, in some library services or all, with their library. */
export async function searchPeople(
  db: Db,
  find: string,
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
    .where((on) => on.or([mayContain(name, find), mayContain(sql`coalesce(person.email, '')`, find)]))
    .$if(by.services !== 'all', (all) => all.where('library.service_id', 'in', [...by.services, '']))
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
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
