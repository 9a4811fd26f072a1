import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce, reallyWas } from './in-force.ts';
import { knownRows } from './known-rows.ts';
import { nameOf } from './person-name.ts';

const columns = [
  'library.number',
  'library.name',
  'library.service_id as serviceId',
  'library.municipality_code as code',
  'library.guidance_point as guidancePoint',
  'library.opened_on as openedOn',
  'library.closed_on as closedOn',
  'library.successor',
] as const;

const allLibraries = (db: Db) =>
  db
    .selectFrom('library')
    .innerJoin('library_service', 'library_service.id', 'library.service_id')
    .innerJoin('municipality', 'municipality.code', 'library.municipality_code')
    .select([...columns, 'library_service.name as service', 'municipality.name as municipality']);

export type LibraryRow = NonNullable<Awaited<ReturnType<typeof findLibraryRow>>>;

/**
 * Every library there is, was or will be, with the service that runs it and the municipality it is in; with `known`, those that
 * were on record at that instant, as they were then. Their names and who goes on for them are today's: those are not kept.
 */
export async function listLibraries(db: Db, known?: string): Promise<LibraryRow[]> {
  const { rows } = await sql<LibraryRow>`
    select library.number, now.name, library.service_id as "serviceId", library.municipality_code as code,
      library.guidance_point as "guidancePoint", library.opened_on as "openedOn", library.closed_on as "closedOn",
      case when library.closed_on is null then null else now.successor end as successor,
      library_service.name as service, municipality.name as municipality
    from ${knownRows('library', known)}
    join library as now on now.number = library.number
    join library_service on library_service.id = library.service_id
    join municipality on municipality.code = library.municipality_code
    order by library.number`.execute(db);
  return rows;
}

export async function findLibraryRow(db: Db, number: string) {
  return allLibraries(db).where('library.number', '=', number).executeTakeFirst();
}

/** A library as an import compares it. */
export async function findImportedLibrary(db: Db, number: string) {
  return db
    .selectFrom('library')
    .select(['name', 'municipality_code', 'guidance_point', 'opened_on', 'closed_on', 'successor'])
    .select(['kind', 'address', 'postcode', 'city', 'latitude', 'longitude'])
    .where('number', '=', number)
    .executeTakeFirst();
}

/** Locks a library for the rest of the transaction, so that nobody comes to it while it closes. */
export async function lockLibrary(trx: Db, number: string) {
  return trx
    .updateTable('library')
    .set((each) => ({ name: each.ref('name') }))
    .where('number', '=', number)
    .returning(columns)
    .executeTakeFirst();
}

/** A library and those that go on where it, and then they, have closed; the library itself is locked. */
export async function lockWithSuccessors(trx: Db, number: string) {
  const first = await lockLibrary(trx, number);
  const path = first ? [first] : [];
  for (let next = first?.successor; next; ) {
    const found = await trx.selectFrom('library').select(columns).where('number', '=', next).executeTakeFirst();
    if (!found || path.some((each) => each.number === found.number)) break;
    path.push(found);
    next = found.successor;
  }
  return path;
}

/** Adds a library; false if the number is taken. */
export async function insertLibrary(trx: Db, row: NewRow<'library'>): Promise<boolean> {
  const added = await trx
    .insertInto('library')
    .values(row)
    .onConflict((on) => on.column('number').doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

type Changed = Partial<Omit<NewRow<'library'>, 'number' | 'service_id' | 'recorded_at'>>;

/** Changes a library; the version before stays in its history. */
export async function updateLibrary(trx: Db, number: string, changed: Changed, now: string): Promise<void> {
  await trx
    .updateTable('library')
    .set({ ...changed, recorded_at: now })
    .where('number', '=', number)
    .execute();
}

export async function appendLibraryChange(trx: Db, row: NewRow<'library_change'>): Promise<void> {
  await trx.insertInto('library_change').values(row).execute();
}

export async function findLibraryChange(db: Db, operation: string): Promise<{ number: string } | undefined> {
  return db.selectFrom('library_change').select('number').where('client_op_id', '=', operation).executeTakeFirst();
}

/** What was decided about a library, latest first. */
export async function listLibraryChanges(db: Db, number: string) {
  return db
    .selectFrom('library_change as change')
    .innerJoin('municipality', 'municipality.code', 'change.municipality_code')
    .leftJoin('library as successor', 'successor.number', 'change.successor')
    .select([
      'change.id',
      'change.kind',
      'change.on_day as day',
      'change.name',
      'municipality.name as municipality',
      'change.guidance_point as guidancePoint',
      'change.successor',
      'successor.name as successorName',
      'change.moved',
      'change.why',
      'change.recorded_at as recordedAt',
    ])
    .select(nameOf('change.by_person').$castTo<string | null>().as('by'))
    .where('change.number', '=', number)
    .orderBy('change.recorded_at', 'desc')
    .orderBy('change.id', 'desc')
    .execute();
}

/** The libraries that close or have closed with this one as their successor. */
export async function listPredecessors(db: Db, number: string) {
  return db
    .selectFrom('library')
    .select(['number', 'name', 'closed_on as closedOn'])
    .where('successor', '=', number)
    .orderBy('closed_on')
    .execute();
}

/** Affiliations at a library that go on after a day or begin on it or later. */
export async function listAffiliationsFrom(db: Db, number: string, day: string) {
  return db
    .selectFrom('affiliation')
    .select([
      ...(['id', 'person_id as personId', 'library_number as library', 'work'] as const),
      ...(['valid_from as from', 'valid_until as until', 'guides_from as guidesFrom'] as const),
    ])
    .where('library_number', '=', number)
    .where(reallyWas())
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .orderBy('id')
    .execute();
}

/** The first day on which somebody worked at a library. */
export async function findFirstStay(db: Db, number: string): Promise<string | undefined> {
  const first = await db
    .selectFrom('affiliation')
    .select('valid_from')
    .where('library_number', '=', number)
    .where(reallyWas())
    .orderBy('valid_from')
    .limit(1)
    .executeTakeFirst();
  return first?.valid_from;
}

/** How many people each library has on a day. */
export async function countStaff(db: Db, day: string, known?: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ library_number: string; people: number }>`
    select library_number, count(distinct person_id) as people
    from ${knownRows('affiliation', known)} where ${inForce('affiliation', day)}
    group by library_number`.execute(db);
  return new Map(rows.map(({ library_number, people }) => [library_number, Number(people)]));
}

/** The people among these who speak for a service on a day or later. */
export async function listContactsOf(db: Db, serviceId: string, day: string, people: readonly string[]) {
  const rows = await db
    .selectFrom('role_grant')
    .select('person_id')
    .distinct()
    .where('role', '=', 'contact-person')
    .where('service_id', '=', serviceId)
    .where('person_id', 'in', ['', ...people])
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .execute();
  return rows.map(({ person_id }) => person_id);
}
