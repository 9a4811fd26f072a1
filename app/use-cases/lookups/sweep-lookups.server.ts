import type { World } from '#app/platform/world.server.ts';
import { removeLookupsBefore } from '#db/queries/person-lookup.ts';
import { keptSince } from './kept-since.ts';

/** Deletes look-ups that are more than a year old. */
export async function sweepLookups(world: World): Promise<void> {
  await removeLookupsBefore(world.db, keptSince(world.now()));
}
