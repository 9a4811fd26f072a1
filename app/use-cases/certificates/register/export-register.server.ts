import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listRegisterNumbers, listRegisterRows } from '#db/queries/certificate-register.ts';
import type { RegisterFilter } from './parse-register-filter.ts';
import { type RegisterEntry, registerEntryOf } from './register-entry-of.ts';
import { registerQueryOf } from './register-query-of.ts';

const batch = 500;

/**
 * Every filtered certificate with today's status, in batches, so that a large register is never in memory at once. Which
 * certificates it has is decided when it begins.
 */
export async function exportRegister(
  world: World,
  viewer: Viewer,
  filter: RegisterFilter,
): Promise<{ today: string; batches: AsyncIterable<RegisterEntry[]> } | undefined> {
  if (!may(viewer, 'see-certificates')) return undefined;
  noteLookup(world, viewer, { page: 'register-file', words: filter.find });
  const { wanted, order } = registerQueryOf(world, viewer, filter);
  const numbers = await listRegisterNumbers(world.db, wanted, order);
  return { today: wanted.on.day, batches: inBatches() };

  async function* inBatches() {
    for (let at = 0; at < numbers.length; at += batch) {
      const rows = await listRegisterRows(world.db, numbers.slice(at, at + batch), wanted.on);
      yield rows.map((row) => registerEntryOf(world, row));
    }
  }
}
