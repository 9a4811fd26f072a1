import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type GuidanceFigures, guidanceFigures } from './guidance-figures.server.ts';

/** The figures of the guidance log that the viewer may see: of the country, or of their own services as they are. */
export async function seeGuidanceFigures(
  world: World,
  viewer: Viewer,
  asOf: string,
  knownOn?: string,
): Promise<GuidanceFigures | undefined> {
  const services = servicesFor(viewer, 'see-guidance-figures');
  if (services.length === 0) return undefined;
  return guidanceFigures(world, asOf, services, knownOn);
}
