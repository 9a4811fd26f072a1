import type { Environment } from '#app/platform/env.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import type { World } from '#app/platform/world.server.ts';

/** Runs something in the world of these settings and closes the world afterwards, even on failure. */
export async function inWorld<T>(
  env: Environment,
  work: (world: World) => Promise<T>,
  options: { migrate: boolean; printers?: number } = { migrate: false },
): Promise<T> {
  const world = await openWorld(env, options);
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

/** Checks that the database has the tables of this version. Before it is migrated, no query can run on it. */
export async function hasRegister({ db }: Pick<World, 'db'>): Promise<boolean> {
  return (await db.introspection.getTables()).some(({ name }) => name === 'signing_certificate');
}
