import type { World } from '#app/platform/world.server.ts';
import municipalities from '#db/places/municipalities.json';
import { hasPlaces, insertPlaces } from '#db/queries/place.ts';
import { serviceIdOf } from './service-id-of.ts';

const newRegionsFrom = '2027-01-01';
const began = '2007-01-01';

/** Adds the 98 municipalities, each with a library service and its main library, once in an empty database. */
export async function setUpPlaces(world: World): Promise<boolean> {
  const recorded_at = world.now();
  return world.db.transaction().execute(async (trx) => {
    if (await hasPlaces(trx)) return false;
    await insertPlaces(trx, {
      municipalities: municipalities.map(({ code, name, population, populationDate, pilot2012 }) => ({
        code,
        name,
        population,
        population_date: populationDate,
        pilot: pilot2012 ? 1 : 0,
        recorded_at,
      })),
      regions: municipalities.flatMap(({ code, region, regionFrom2027 }) =>
        region === regionFrom2027
          ? [{ code, region, valid_from: began, valid_until: null, recorded_at }]
          : [
              { code, region, valid_from: began, valid_until: newRegionsFrom, recorded_at },
              { code, region: regionFrom2027, valid_from: newRegionsFrom, valid_until: null, recorded_at },
            ],
      ),
      services: municipalities.map(({ code, name }) => ({
        id: serviceIdOf(code),
        name: `Bibliotekerne i ${name}`,
        recorded_at,
      })),
      served: municipalities.map(({ code }) => ({
        municipality_code: code,
        service_id: serviceIdOf(code),
        recorded_at,
      })),
      libraries: municipalities.map(({ code, name, libraryNumber }) => ({
        number: libraryNumber,
        service_id: serviceIdOf(code),
        municipality_code: code,
        name: `${name} Bibliotek`,
        guidance_point: 1 as const,
        opened_on: began,
        closed_on: null,
        recorded_at,
      })),
    });
    return true;
  });
}
