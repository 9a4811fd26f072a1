import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listRolloutDates, type RolloutDate } from '#db/queries/rollout-date.ts';
import { listWaves } from '#db/queries/wave.ts';
import { type CountryMonday, mondayOfTheCountry } from './monday-of-the-country.server.ts';
import { type RolloutShortcut, rolloutShortcuts } from './rollout-shortcuts.ts';

export type Monday = CountryMonday & {
  /** Every day of the rollout that was set, newest first; empty for those who may not set one. */
  history: (RolloutDate & { by: string | null })[];
  maySet: boolean;
  /** Days to choose from, for those who may set one. */
  shortcuts: RolloutShortcut[];
};

/** The Monday page for those who see the whole country. */
export async function seeMonday(world: World, viewer: Viewer): Promise<Monday | undefined> {
  if (!may(viewer, 'see-readiness') || servicesFor(viewer, 'see-readiness') !== 'all') return undefined;
  const maySet = may(viewer, 'set-rollout-date');
  const [monday, history, waves] = await Promise.all([
    mondayOfTheCountry(world),
    maySet ? listRolloutDates(world.db) : Promise.resolve([]),
    maySet ? listWaves(world.db) : Promise.resolve([]),
  ]);
  return { ...monday, history, maySet, shortcuts: maySet ? rolloutShortcuts(waves, monday.today) : [] };
}
