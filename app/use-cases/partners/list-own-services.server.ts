import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listServices } from '#db/queries/place.ts';

/** The library services for which the viewer records agreements, meetings and outreach, and whether also for the country. */
export async function listOwnServices(
  world: World,
  viewer: Viewer,
): Promise<{ services: { id: string; name: string }[]; country: boolean }> {
  const reach = servicesFor(viewer, 'record-partners');
  const services = await listServices(world.db);
  return {
    services: services.filter(({ id }) => reach === 'all' || reach.includes(id)),
    country: reach === 'all',
  };
}
