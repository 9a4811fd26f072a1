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
