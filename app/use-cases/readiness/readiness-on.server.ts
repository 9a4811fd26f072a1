import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { readinessOfDay } from './kept/readiness-of-day.server.ts';
import type { Readiness } from './readiness-of-the-country.server.ts';

/** The readiness of every service the viewer may see, on one day; with `knownOn` as it was known at the end of that day. */
export async function readinessOn(
  world: World,
  viewer: Viewer,
  asOf: string,
  knownOn?: string,
): Promise<Readiness | undefined> {
  if (!may(viewer, 'see-readiness')) return undefined;
  const services = servicesFor(viewer, 'see-readiness');
  const some = services === 'all' ? undefined : services;
  const readiness = await readinessOfDay(world, asOf, { knownOn, services: some });
  return readiness.services.length > 0 ? readiness : undefined;
}
