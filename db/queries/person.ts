import { emailAddressOf } from '#db/email-address.ts';
import { prepared } from '#db/prepared.ts';
import type { Db, NewRow } from '#db/schema.ts';
import { searchKeyOf, sortKeyOf } from '#db/text-keys.ts';
import { inForce, reallyWas } from './in-force.ts';
import { nameOf } from './person-name.ts';

/** A person with their name and their library on the day. */
export async function findPersonAt(db: Db, personId: string, day: string) {
  const [latest] = await askPersonAt(db, { personId, day });
  return latest;
}

const askPersonAt = prepared(['personId', 'day'], (db, { personId, day }) =>
  db
    .selectFrom('person')
    .leftJoin('affiliation', (join) =>
      join.onRef('affiliation.person_id', '=', 'person.id').on(inForce('affiliation', day)),
    )
    .leftJoin('library', 'library.number', 'affiliation.library_number')
    .select([
      'person.id',
      'person.email',
      'person.language',
      'person.status',
      'person.joined_into',
      'library.number as library_number',
      'library.name as library_name',
      'library.service_id',
      nameOf('person.id').as('name'),
    ])
    .where('person.id', '=', personId)
    .orderBy('affiliation.valid_from', 'desc'),
);

/**
 * The person with an address, however it is written; for the address of a record that was joined into another, that one.
 * Who signs in does it with the `email` of the person, not with an address they had.
 */
export async function findPersonByEmail(db: Db, written: string) {
  const email = emailAddressOf(written);
  if (email === undefined) return undefined;
  const known = db
    .selectFrom('person')
    .select(['id', 'email', 'status', 'language', 'joined_into', nameOf('person.id').as('name')]);
  let person = await known.where('email', '=', email).executeTakeFirst();
  while (person?.joined_into) person = await known.where('id', '=', person.joined_into).executeTakeFirst();
  return person;
}

/** The library services a person is affiliated with on a day. */
export async function listServicesOf(db: Db, personId: string, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('affiliation')
    .innerJoin('library', 'library.number', 'affiliation.library_number')
    .select('library.service_id')
    .where('affiliation.person_id', '=', personId)
    .where(inForce('affiliation', day))
    .execute();
  return rows.map(({ service_id }) => service_id);
}

/** False if the address is taken; then nothing is written. */
export async function insertPerson(
  db: Db,
  person: NewRow<'person'>,
  name: Omit<NewRow<'person_name'>, 'person_id'>,
): Promise<boolean> {
  const added = await db
    .insertInto('person')
    .values(person)
    .onConflict((on) => on.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) await appendName(db, { ...name, person_id: person.id });
  return added !== undefined;
}

export async function insertAffiliation(db: Db, row: NewRow<'affiliation'>): Promise<void> {
  await db.insertInto('affiliation').values(row).execute();
}

export async function insertGrant(db: Db, row: NewRow<'role_grant'>): Promise<void> {
  await db.insertInto('role_grant').values(row).execute();
}

/** Roles held on a day, of one person or of everybody. */
export async function listGrants(db: Db, by: { personId?: string; role: NewRow<'role_grant'>['role']; day: string }) {
  return db
    .selectFrom('role_grant')
    .select(['id', 'person_id', 'service_id'])
    .where('role', '=', by.role)
    .where(inForce('role_grant', by.day))
    .$if(by.personId !== undefined, (all) => all.where('person_id', '=', by.personId!))
    .execute();
}

/** The roles of one person on a day. */
export async function listGrantsOf(db: Db, personId: string, day: string) {
  return db
    .selectFrom('role_grant')
    .select(['role', 'service_id as serviceId'])
    .where('person_id', '=', personId)
    .where(inForce('role_grant', day))
    .orderBy('id')
    .execute();
}

/**
 * The administrators who can act on a day. A blocked person keeps the role but cannot sign in, so they do not count.
 * The roles are locked for the rest of the transaction, so that two removals at once cannot remove the last
 * administrator.
 */
export async function lockActiveAdministrators(trx: Db, day: string): Promise<string[]> {
  await trx
    .updateTable('role_grant')
    .set((each) => ({ role: each.ref('role') }))
    .where('role', '=', 'administrator')
    .execute();
  const grants = await listGrants(trx, { role: 'administrator', day });
  const active = await trx
    .selectFrom('person')
    .select('id')
    .where('status', '=', 'active')
    .where('id', 'in', ['', ...grants.map(({ person_id }) => person_id)])
    .execute();
  return active.map(({ id }) => id);
}

/** Ends a role on a day; true if there was one to end. */
export async function endGrants(
  db: Db,
  personId: string,
  role: NewRow<'role_grant'>['role'],
  day: string,
  now: string,
): Promise<boolean> {
  const ended = await db
    .updateTable('role_grant')
    .set({ valid_until: day, recorded_at: now })
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .returning('id')
    .execute();
  return ended.length > 0;
}

/** Ends a person's role as contact person of one library service on a day. */
export async function endServiceGrants(
  trx: Db,
  { personId, serviceId, day, now }: { personId: string; serviceId: string; day: string; now: string },
): Promise<void> {
  await trx
    .updateTable('role_grant')
    .set({ valid_until: day, recorded_at: now })
    .where('person_id', '=', personId)
    .where('role', '=', 'contact-person')
    .where('service_id', '=', serviceId)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .execute();
}

/**
 * Ends the affiliation that would go on beyond the day and opens others; without any the person has left. They do
 * the same work as before, so a leader who moves stays a leader.
 */
export async function moveAffiliation(
  trx: Db,
  move: {
    personId: string;
    /** Where they work from then on; nowhere if they leave. */
    stays: readonly { id: string; library: string; from: string; until: string | null }[];
    on: string;
    now: string;
    guides: boolean;
    work: string;
  },
): Promise<void> {
  await trx
    .updateTable('affiliation')
    .set({ valid_until: move.on, recorded_at: move.now })
    .where('person_id', '=', move.personId)
    .where('valid_from', '<', move.on)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', move.on)]))
    .execute();
  for (const { id, library, from, until } of move.stays)
    await insertAffiliation(trx, {
      id,
      person_id: move.personId,
      library_number: library,
      work: move.work,
      valid_from: from,
      guides_from: move.guides ? from : null,
      valid_until: until,
      recorded_at: move.now,
    });
}

/** Where a person has worked, latest first. */
export async function listAffiliations(db: Db, personId: string) {
  return affiliationsOf(db, personId).where(reallyWas()).execute();
}

/** The same with those that never were. */
export async function listAffiliationsWithDropped(db: Db, personId: string) {
  return affiliationsOf(db, personId).execute();
}

const affiliationsOf = (db: Db, personId: string) =>
  db
    .selectFrom('affiliation')
    .innerJoin('library', 'library.number', 'affiliation.library_number')
    .select([
      'affiliation.id',
      'library.number',
      'library.name',
      'library.service_id',
      'affiliation.guides_from',
      'affiliation.valid_from',
      'affiliation.valid_until',
      'affiliation.work',
    ])
    .where('person_id', '=', personId)
    .orderBy('affiliation.valid_from', 'desc');

/** Every role a person has or had, latest first. */
export async function listAllGrants(db: Db, personId: string) {
  return db
    .selectFrom('role_grant')
    .leftJoin('library_service', 'library_service.id', 'role_grant.service_id')
    .select(['role_grant.role', 'library_service.name as service', 'role_grant.valid_from', 'role_grant.valid_until'])
    .where('person_id', '=', personId)
    .orderBy('role_grant.valid_from', 'desc')
    .orderBy('role_grant.role')
    .execute();
}

/** Locks the row for the rest of the transaction, so that two changes to a person happen one after the other. */
export async function lockPerson(trx: Db, id: string) {
  return trx
    .updateTable('person')
    .set((each) => ({ status: each.ref('status') }))
    .where('id', '=', id)
    .returning(['id', 'status', 'email', 'joined_into'])
    .executeTakeFirst();
}

export async function updateStatus(db: Db, id: string, status: 'active' | 'blocked'): Promise<void> {
  await db.updateTable('person').set({ status }).where('id', '=', id).execute();
}

/** Stores a name from a day on. The same day again is a correction, and the name it corrects stays on record. */
export async function appendName(db: Db, row: NewRow<'person_name'>): Promise<void> {
  await db.insertInto('person_name').values(row).execute();
  await updatePersonKeys(db, row.person_id);
}

export async function listPersonIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('person').select('id').orderBy('id').execute()).map(({ id }) => id);
}

/** Writes anew what a person is found and sorted by; true if it was not up to date. */
export async function updatePersonKeys(db: Db, id: string): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select(['email', 'search_key', 'sort_key', nameOf('person.id').as('name')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const keys = {
    search_key: searchKeyOf(`${person.name} ${person.email ?? ''}`),
    sort_key: sortKeyOf(person.name),
  };
  if (keys.search_key === person.search_key && keys.sort_key === person.sort_key) return false;
  await db.updateTable('person').set(keys).where('id', '=', id).execute();
  return true;
}

/** The names a person has or had, latest first; if a day was corrected, only the latest name for it. */
export async function listNames(db: Db, personId: string) {
  const rows = await db
    .selectFrom('person_name')
    .select(['given_name', 'family_name', 'valid_from', 'recorded_at'])
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.filter(({ valid_from }, at) => valid_from !== rows[at - 1]?.valid_from);
}
