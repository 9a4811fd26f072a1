import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type Readiness, readinessOfTheCountry } from './readiness-of-the-country.server.ts';

/** The readiness of every service the viewer may see, on one day. */
export async function readinessOn(world: World, viewer: Viewer, asOf: string): Promise<Readiness | undefined> {
  const seen = servicesFor(viewer, 'see-readiness');
  if (seen !== 'all' && seen.length === 0) return undefined;
  const whole = await readinessOfTheCountry(world, asOf);
  return seen === 'all'
    ? whole
    : { ...whole, services: whole.services.filter(({ serviceId }) => seen.includes(serviceId)) };
}
