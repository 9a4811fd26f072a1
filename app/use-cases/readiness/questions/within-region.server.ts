import type { World } from '#app/platform/world.server.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { listRegionsOn } from '#db/queries/place.ts';

/**
 * The readiness of the municipalities that are in a region on the day, or all of it without a region. A service of which
 * one municipality is there stays whole with that municipality, since its people serve all of them.
 */
export async function withinRegion(
  world: World,
  readiness: Readiness,
  { region, day }: { region: string; day: string },
): Promise<Readiness> {
  if (region === '') return readiness;
  const regionOf = await listRegionsOn(world.db, day);
  const services = readiness.services.map((service) => ({
    ...service,
    municipalities: service.municipalities.filter(({ code }) => regionOf.get(code) === region),
  }));
  return { ...readiness, services: services.filter(({ municipalities }) => municipalities.length > 0) };
}
