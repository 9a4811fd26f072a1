import type { Db } from '#db/schema.ts';
import { containsWords } from '#db/text-keys.ts';
import { inForce } from './in-force.ts';
import { isInRegionOn } from './in-region.ts';
import { keyContains } from './key-contains.ts';
import { isInSight, type Sight } from './known-to.ts';
import { nameOf } from './person-name.ts';
import { listMunicipalities } from './place.ts';

/** Municipalities whose name has the words, with the service that covers each on the day. */
export async function searchMunicipalities(db: Db, find: string, day: string) {
  const rows = await listMunicipalities(db, { day });
  return rows.filter(({ name }) => containsWords(name, find)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function searchHolds(db: Db, find: string, most: number, leaderId?: string) {
  return db
    .selectFrom('hold')
    .select(['hold.id', 'hold.name'])
    .where(keyContains('hold.search_key', find))
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
    .limit(most)
    .execute();
}

type Sought = { sight: Sight; day: string; blocked?: boolean; region?: string };

/**
 * People in sight found by current name or address, with a library of theirs: one page of them in Danish order.
 */
export async function searchPeople(
  db: Db,
  find: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
  by: Sought,
) {
  return peopleFound(db, find, by)
    .select(['person.id', 'person.email', 'person.status', nameOf('person.id').as('name')])
    .select((each) =>
      each
        .selectFrom('affiliation')
        .innerJoin('library', 'library.number', 'affiliation.library_number')
        .select('library.name')
        .whereRef('affiliation.person_id', '=', 'person.id')
        .where(inForce('affiliation', by.day))
        .orderBy('affiliation.valid_from', 'desc')
        .limit(1)
        .as('library'),
    )
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many there are in all. */
export async function countPeople(db: Db, find: string, by: Sought): Promise<number> {
  const { count } = await peopleFound(db, find, by)
    .select((each) => each.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function peopleFound(db: Db, find: string, { sight, day, blocked, region }: Sought) {
  return db
    .selectFrom('person')
    .where('person.status', 'in', blocked ? ['active', 'blocked'] : ['active'])
    .where('person.joined_into', 'is', null)
    .where(keyContains('person.search_key', find))
    .where(isInSight('person.id', sight, day))
    .$if(Boolean(region), (all) =>
      all.where((on) =>
        on.exists(
          on
            .selectFrom('affiliation')
            .innerJoin('library', 'library.number', 'affiliation.library_number')
            .select('affiliation.id')
            .whereRef('affiliation.person_id', '=', 'person.id')
            .where(inForce('affiliation', day))
            .where(isInRegionOn('library.municipality_code', region!, day)),
        ),
      ),
    );
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
