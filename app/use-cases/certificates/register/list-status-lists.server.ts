import type { World } from '#app/platform/world.server.ts';
import { listNumberOf, purposes } from '#certificates/badge/status-list.ts';
import { findLastStatusIndex } from '#db/queries/badge.ts';
import { readStatusList } from './read-status-list.server.ts';

/** Every existing list, for both purposes. */
export async function listStatusLists(world: World): Promise<string[]> {
  const last = listNumberOf(await findLastStatusIndex(world.db));
  const names = Array.from({ length: last }, (_, at) => String(at + 1));
  const lists = await Promise.all(
    names.flatMap((list) => purposes.map((purpose) => readStatusList(world, { purpose, list }))),
  );
  return lists.flatMap((each) => (each ? [each] : []));
}
