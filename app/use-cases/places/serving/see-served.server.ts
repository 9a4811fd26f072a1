import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { servingTimeline } from '#curriculum/places/serving.ts';
import { findMunicipality, listServices } from '#db/queries/place.ts';
import { listServingChanges, listServingVersions } from '#db/queries/serving.ts';

export type ServedView = {
  code: string;
  name: string;
  today: string;
  /** Who serves it when, latest first. */
  timeline: { from: string; service: string; planned: boolean }[];
  /** The day of the last change, which can be taken back; null if there was none. */
  lastChange: string | null;
  services: { id: string; name: string }[];
  changes: Awaited<ReturnType<typeof listServingChanges>>;
};

/** Who served, serves and will serve a municipality, and what was decided about that. */
export async function seeServed(world: World, viewer: Viewer, code: string): Promise<ServedView | undefined> {
  if (!may(viewer, 'manage-places')) return undefined;
  const municipality = await findMunicipality(world.db, code);
  if (!municipality) return undefined;
  const today = dayOf(world.now());
  const [versions, services, changes] = await Promise.all([
    listServingVersions(world.db, code),
    listServices(world.db),
    listServingChanges(world.db, code),
  ]);
  const timeline = servingTimeline(versions);
  return {
    ...municipality,
    today,
    timeline: timeline
      .map(({ from, serviceId }) => ({
        from,
        service: services.find(({ id }) => id === serviceId)?.name ?? serviceId,
        planned: from > today,
      }))
      .reverse(),
    lastChange: timeline.length > 1 ? timeline.at(-1)!.from : null,
    services: services.sort((a, b) => danish.compare(a.name, b.name)),
    changes,
  };
}
