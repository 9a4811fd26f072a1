import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, NewRow } from '#db/schema.ts';

export type Places = {
  municipalities: NewRow<'municipality'>[];
  regions: NewRow<'municipality_region'>[];
  services: NewRow<'library_service'>[];
  served: NewRow<'service_municipality'>[];
  libraries: NewRow<'library'>[];
};

export async function insertPlaces(db: Db, places: Places): Promise<void> {
  await db.insertInto('municipality').values(places.municipalities).execute();
  await db.insertInto('municipality_region').values(places.regions).execute();
  await db.insertInto('library_service').values(places.services).execute();
  await db.insertInto('service_municipality').values(places.served).execute();
  await db.insertInto('library').values(places.libraries).execute();
}

export async function hasPlaces(db: Db): Promise<boolean> {
  return (await db.selectFrom('municipality').select('code').limit(1).executeTakeFirst()) !== undefined;
}

export async function findService(db: Db, id: string) {
  return db.selectFrom('library_service').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findMunicipality(db: Db, code: string): Promise<{ code: string; name: string } | undefined> {
  return db.selectFrom('municipality').select(['code', 'name']).where('code', '=', code).executeTakeFirst();
}

/** All municipalities, by name in the order of the alphabet of the database. */
export async function listMunicipalityNames(db: Db): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('municipality').select(['code', 'name']).orderBy('name').execute();
}

/** All library services, by id. */
export async function listServices(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('library_service').select(['id', 'name']).orderBy('id').execute();
}

const MunicipalityRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  population: z.int(),
  populationDate: z.string(),
  pilot: z.union([z.literal(0), z.literal(1)]),
  serviceId: z.string(),
});
type MunicipalityOn = Omit<z.infer<typeof MunicipalityRow>, 'pilot'> & { pilot: boolean };

/**
 * The municipalities with the population and the library service they had on a day; before the first figure they have
 * that one. Only what was recorded by an instant counts if one is given, and only some services if they are named.
 */
export async function listMunicipalities(
  db: Db,
  { day, known, services }: { day: string; known?: string | undefined; services?: readonly string[] | undefined },
) {
  const recorded = known === undefined ? sql`1 = 1` : sql`version.recorded_at <= ${known}`;
  const wanted = services && sql.join(['', ...services]);
  const everServed = wanted
    ? sql`municipality.code in (select municipality_code from service_municipality_history where service_id in (${wanted}))`
    : sql`1 = 1`;
  const { rows } = await sql`
    select municipality.code, municipality.name, municipality.pilot,
      counted.population, counted.population_date as "populationDate", served.service_id as "serviceId"
    from municipality
    join municipality_history as counted on counted.code = municipality.code and counted.seq = (
      select version.seq from municipality_history as version
      where version.code = municipality.code and ${recorded}
      order by case when version.population_date <= ${day} then 0 else 1 end,
        case when version.population_date <= ${day} then version.population_date end desc,
        version.population_date, version.seq desc limit 1)
    join service_municipality_history as served on served.municipality_code = municipality.code and served.seq = (
      select version.seq from service_municipality_history as version
      where version.municipality_code = municipality.code and ${recorded}
      order by case when version.valid_from <= ${day} then 0 else 1 end,
        case when version.valid_from <= ${day} then version.valid_from end desc,
        version.valid_from, version.seq desc limit 1)
    where ${everServed} and ${wanted ? sql`served.service_id in (${wanted})` : sql`1 = 1`}
    order by municipality.code`.execute(db);
  return rows.map((row): MunicipalityOn => {
    const { pilot, ...municipality } = MunicipalityRow.parse(row);
    return { ...municipality, pilot: pilot === 1 };
  });
}

/** The library service that serves a municipality on a day; before the first it is that one. With `known` as was known then. */
export async function findServiceOf(
  db: Db,
  { code, day, known }: { code: string; day: string; known?: string | undefined },
): Promise<string | undefined> {
  const recorded = known === undefined ? sql`1 = 1` : sql`recorded_at <= ${known}`;
  const { rows } = await sql<{ service_id: string }>`
    select service_id from service_municipality_history where municipality_code = ${code} and ${recorded}
    order by case when valid_from <= ${day} then 0 else 1 end, case when valid_from <= ${day} then valid_from end desc,
      valid_from, seq desc limit 1`.execute(db);
  return rows[0]?.service_id;
}

/** Each library with the municipality it is in. */
export async function listLibraryPlaces(db: Db): Promise<{ library: string; code: string; name: string }[]> {
  return db
    .selectFrom('library')
    .innerJoin('municipality', 'municipality.code', 'library.municipality_code')
    .select(['library.number as library', 'municipality.code', 'municipality.name'])
    .execute();
}

/** The libraries with these numbers. */
export async function listLibrariesIn(db: Db, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('library')
    .select(['number', 'name', 'service_id', 'opened_on', 'closed_on'])
    .where('number', 'in', numbers)
    .execute();
}

/** The region of each municipality on a day. */
export async function listRegionsOn(db: Db, day: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('municipality_region')
    .select(['code', 'region'])
    .where('valid_from', '<=', day)
    .where((each) => each.or([each('valid_until', 'is', null), each('valid_until', '>', day)]))
    .execute();
  return new Map(rows.map(({ code, region }) => [code, region]));
}
