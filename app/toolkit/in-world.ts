import type { Environment } from '#app/platform/env.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import type { World } from '#app/platform/world.server.ts';

/** Does something in the world of these settings and closes it, whatever comes of it. */
export async function inWorld<T>(
  env: Environment,
  work: (world: World) => Promise<T>,
  { migrate } = { migrate: false },
): Promise<T> {
  const world = await openWorld(env, { migrate });
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

/** Is the database there, with what this version keeps in it? Before it was migrated nothing can be asked of it. */
export async function hasRegister({ db }: Pick<World, 'db'>): Promise<boolean> {
  return (await db.introspection.getTables()).some(({ name }) => name === 'credential_key');
}
