import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { servingOn, servingTimeline } from '#curriculum/places/serving.ts';
import { listMunicipalityNames, listServices } from '#db/queries/place.ts';
import { listServingVersions } from '#db/queries/serving.ts';

type Change = { code: string; name: string; from: string };
export type ServiceEntry = {
  id: string;
  name: string;
  /** The municipalities it serves on the day; none is a state of its own. */
  serves: { code: string; name: string; since: string }[];
  /** What it will serve, and what it will no longer serve. */
  comes: Change[];
  goes: Change[];
};

/** Every library service with the municipalities it serves on a day and what is planned. */
export async function listServing(
  world: World,
  viewer: Viewer | null,
  asked?: string,
): Promise<{ asOf: string; services: ServiceEntry[] }> {
  const asOf = asked && isDay(asked) ? asked : dayOf(world.now());
  if (viewer && !may(viewer, 'manage-places')) return { asOf, services: [] };
  const [services, municipalities, versions] = await Promise.all([
    listServices(world.db),
    listMunicipalityNames(world.db),
    listServingVersions(world.db),
  ]);
  const places = municipalities
    .map((place) => ({ ...place, timeline: servingTimeline(versions.filter(({ code }) => code === place.code)) }))
    .sort((a, b) => danish.compare(a.name, b.name));
  return {
    asOf,
    services: services
      .map(({ id, name }) => ({
        id,
        name,
        serves: places.flatMap((place) => {
          const now = servingOn(place.timeline, asOf);
          return now?.serviceId === id ? [{ code: place.code, name: place.name, since: now.from }] : [];
        }),
        comes: places.flatMap(({ code, name: of, timeline }) =>
          timeline
            .filter(({ from, serviceId }) => from > asOf && serviceId === id)
            .map(({ from }) => ({ code, name: of, from })),
        ),
        goes: places.flatMap(({ code, name: of, timeline }) =>
          timeline
            .filter(({ from }, at) => from > asOf && timeline[at - 1]?.serviceId === id)
            .map(({ from }) => ({ code, name: of, from })),
        ),
      }))
      .sort((a, b) => danish.compare(a.name, b.name)),
  };
}
