import type { World } from '#app/platform/world.server.ts';

const hour = 3_600_000;
/** So many that only a flood from very many networks reaches it; then the oldest are forgotten. */
const mostBuckets = 100_000;

/**
 * Counts a try at something that only reads, and returns the seconds to wait if there were too many within the hour. It
 * counts in memory, because a page that only reads must not wait for a write.
 */
export function overReadingLimit(world: World, bucket: string, most: number): number | undefined {
  const now = Date.parse(world.now());
  const known = world.tries.get(bucket);
  const count = known && known.endsAt > now ? known : { hits: 0, endsAt: now + hour };
  count.hits += 1;
  world.tries.delete(bucket);
  world.tries.set(bucket, count);
  if (world.tries.size > mostBuckets) world.tries.delete(world.tries.keys().next().value!);
  return count.hits > most ? Math.ceil((count.endsAt - now) / 1000) : undefined;
}
