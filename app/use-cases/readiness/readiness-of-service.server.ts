import type { World } from '#app/platform/world.server.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { readinessOfTheCountry } from './readiness-of-the-country.server.ts';

/** The readiness of one service on a day, without a permission check. It costs the same however large the country is. */
export async function readinessOfService(
  world: World,
  serviceId: string,
  asOf: string,
  knownOn?: string,
): Promise<ServiceReadiness | undefined> {
  const { services } = await readinessOfTheCountry(world, asOf, { services: [serviceId], knownOn });
  return services[0];
}
