import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

/** The named demo people with each role they hold on the day. */
export async function listDemoPeople(db: Db, day: string) {
  return db
    .selectFrom('person')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .leftJoin('affiliation', (join) =>
      join.onRef('affiliation.person_id', '=', 'person.id').on('affiliation.valid_until', 'is', null),
    )
    .leftJoin('library', 'library.number', 'affiliation.library_number')
    .select(['person.id', 'role_grant.role', 'library.name as library', nameOf('person.id').as('name')])
    .where('person.demo', '=', 1)
    .where('person.status', '=', 'active')
    .where(inForce('role_grant', day))
    .orderBy('person.id')
    .execute();
}
