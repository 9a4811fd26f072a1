import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { groupedBy } from '#curriculum/grouped-by.ts';
import { listConsenting, listHelpPoints } from '#db/queries/help-point.ts';
import { helpPlaces } from './help-places.server.ts';

export type HelpPointEntry = {
  serviceId: string;
  service: string;
  municipalities: string[];
  consentedAt: string | null;
  saidAt: string | null;
  standing: 'now' | 'from' | 'ask';
};

/** The viewer's library services, each with whether it may be shown, what it has said, and what everybody sees of it now. */
export async function listHelpPointEntries(world: World, viewer: Viewer): Promise<HelpPointEntry[] | undefined> {
  if (!may(viewer, 'record-help-points')) return undefined;
  const reach = servicesFor(viewer, 'record-help-points');
  const [places, consenting, points] = await Promise.all([
    helpPlaces(world),
    listConsenting(world.db),
    listHelpPoints(world.db, { day: dayOf(world.now()) }),
  ]);
  const services = groupedBy(places, ({ serviceId }) => serviceId);
  return [...services]
    .filter(([serviceId]) => reach === 'all' || reach.includes(serviceId))
    .map(([serviceId, served]) => ({
      serviceId,
      service: served[0]!.service,
      municipalities: served.map(({ name }) => name),
      consentedAt: consenting.find((each) => each.serviceId === serviceId)?.since ?? null,
      saidAt: points.find((each) => each.serviceId === serviceId)?.recordedAt ?? null,
      standing: served[0]!.standing.is,
    }));
}
