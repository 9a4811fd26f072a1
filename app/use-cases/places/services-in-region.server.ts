import type { World } from '#app/platform/world.server.ts';
import { listMunicipalities, listRegionsOn } from '#db/queries/place.ts';

/** The library services that serve a municipality of a region on a day. */
export async function servicesInRegion(world: World, region: string, day: string): Promise<Set<string>> {
  const [regionOf, municipalities] = await Promise.all([
    listRegionsOn(world.db, day),
    listMunicipalities(world.db, { day }),
  ]);
  return new Set(municipalities.filter(({ code }) => regionOf.get(code) === region).map(({ serviceId }) => serviceId));
}
