import type { World } from '#app/platform/world.server.ts';
import type { FilledSet } from './data-set.ts';
import { obligationsSet } from './obligations-set.ts';
import { placesSets } from './places-sets.server.ts';
import { readinessSet } from './readiness-set.server.ts';

/** Everything that everybody may have, as of today. It needs no permission and holds no person, firm or count of staff. */
export async function openDataSets(world: World): Promise<FilledSet[]> {
  return [...(await placesSets(world)), await readinessSet(world), obligationsSet(world.obligations)];
}
