import type { World } from '#app/platform/world.server.ts';
import { insertLookups } from '#db/queries/person-lookup.ts';

/** Saves the look-ups noted since the last time. If saving fails, they are kept for the next time. */
export async function saveLookups(world: World): Promise<void> {
  const noted = [...world.lookups];
  world.lookups.clear();
  const rows = noted.map(([, row]) => row);
  await insertLookups(world.db, rows).catch((error: unknown) => {
    const since = [...world.lookups];
    world.lookups.clear();
    for (const [key, row] of [...since, ...noted]) world.lookups.set(key, row);
    throw error;
  });
}
