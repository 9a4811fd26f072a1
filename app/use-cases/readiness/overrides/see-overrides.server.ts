import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type OverrideStanding, overrideStanding } from '#curriculum/readiness/override.ts';
import { listOverrides } from '#db/queries/override.ts';
import { listMunicipalities, listServices } from '#db/queries/place.ts';

export type OverrideView = {
  id: string;
  serviceId: string;
  service: string;
  /** The municipalities of the service; the first leads to its page. */
  codes: string[];
  reason: string;
  decidedBy: string;
  from: string;
  lastDay: string;
  standing: OverrideStanding;
  withdrawnOn: string | null;
  withdrawnWhy: string | null;
};
export type OverridesView = { today: string; overrides: OverrideView[]; services: { id: string; name: string }[] };

const order: OverrideStanding[] = ['in-force', 'coming', 'withdrawn', 'ended'];

/** Every override, those in force first, and the services that can get one. */
export async function seeOverrides(
  world: World,
  viewer: Viewer | null,
  asOf?: string,
): Promise<OverridesView | undefined> {
  if (viewer && !may(viewer, 'give-override')) return undefined;
  const today = dayOf(world.now());
  const day = asOf ?? today;
  const [rows, services, places] = await Promise.all([
    listOverrides(world.db),
    listServices(world.db),
    listMunicipalities(world.db, { day }),
  ]);
  const overrides = rows.map(({ until, ...row }) => ({
    ...row,
    codes: places.flatMap(({ serviceId, code }) => (serviceId === row.serviceId ? [code] : [])),
    lastDay: addDays(until, -1),
    standing: overrideStanding({ ...row, until }, day),
  }));
  return {
    today,
    overrides: overrides.sort(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) ||
        danish.compare(b.lastDay, a.lastDay) ||
        danish.compare(a.service, b.service),
    ),
    services: services.sort((a, b) => danish.compare(a.name, b.name)),
  };
}
