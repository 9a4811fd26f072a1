import type { World } from '#app/platform/world.server.ts';
import { limitedTo } from '#app/use-cases/limited-to.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type Readiness, readinessOfTheCountry } from './readiness-of-the-country.server.ts';

/** The readiness of every service the viewer may see, on one day. */
export async function readinessOn(world: World, viewer: Viewer, asOf: string): Promise<Readiness | undefined> {
  if (!may(viewer, 'see-readiness')) return undefined;
  const whole = await readinessOfTheCountry(world, asOf);
  const services = limitedTo(viewer, 'see-readiness', whole.services);
  return services.length > 0 ? { ...whole, services } : undefined;
}
