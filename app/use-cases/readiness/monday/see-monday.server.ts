import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listRolloutDates, type RolloutDate } from '#db/queries/rollout-date.ts';
import { type CountryMonday, mondayOfTheCountry } from './monday-of-the-country.server.ts';

export type Monday = CountryMonday & {
  /** Every day of the rollout that was set, newest first; empty for those who may not set one. */
  history: (RolloutDate & { by: string | null })[];
  maySet: boolean;
};

/** The Monday page for those who see the whole country. */
export async function seeMonday(world: World, viewer: Viewer): Promise<Monday | undefined> {
  if (!may(viewer, 'see-readiness') || servicesFor(viewer, 'see-readiness') !== 'all') return undefined;
  const maySet = may(viewer, 'set-rollout-date');
  const [monday, history] = await Promise.all([
    mondayOfTheCountry(world),
    maySet ? listRolloutDates(world.db) : Promise.resolve([]),
  ]);
  return { ...monday, history, maySet };
}
