import type { World } from '#app/platform/world.server.ts';
import { countTry } from '#db/queries/session.ts';

const hour = 3_600_000;

/** Counts a try. Returns the seconds to wait if there were too many within the hour. */
export async function overLimit(world: World, bucket: string, most: number): Promise<number | undefined> {
  const now = world.now();
  const { hits, endsAt } = await countTry(
    world.db,
    world.keyed(bucket),
    now,
    new Date(Date.parse(now) + hour).toISOString(),
  );
  return hits > most ? Math.ceil((Date.parse(endsAt) - Date.parse(now)) / 1000) : undefined;
}
