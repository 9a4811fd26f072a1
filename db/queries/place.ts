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

export async function findLibrary(db: Db, number: string) {
  return db.selectFrom('library').selectAll().where('number', '=', number).executeTakeFirst();
}

export async function findMunicipality(db: Db, code: string) {
  return db.selectFrom('municipality').selectAll().where('code', '=', code).executeTakeFirst();
}

export async function findService(db: Db, id: string) {
  return db.selectFrom('library_service').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The library service of a municipality. */
export async function findServiceOf(db: Db, municipalityCode: string) {
  return db
    .selectFrom('service_municipality')
    .select('service_id')
    .where('municipality_code', '=', municipalityCode)
    .executeTakeFirst();
}

/** The municipalities with their library service. */
export async function listMunicipalities(db: Db) {
  const rows = await db
    .selectFrom('municipality')
    .innerJoin('service_municipality', 'service_municipality.municipality_code', 'municipality.code')
    .select([
      'municipality.code',
      'municipality.name',
      'municipality.population',
      'municipality.pilot',
      'service_municipality.service_id as serviceId',
    ])
    .orderBy('municipality.code')
    .execute();
  return rows.map((row) => ({ ...row, pilot: row.pilot === 1 }));
}

/** Each library with the municipality it is in. */
export async function listLibraryPlaces(db: Db): Promise<{ library: string; code: string; name: string }[]> {
  return db
    .selectFrom('library')
    .innerJoin('municipality', 'municipality.code', 'library.municipality_code')
    .select(['library.number as library', 'municipality.code', 'municipality.name'])
    .execute();
}
