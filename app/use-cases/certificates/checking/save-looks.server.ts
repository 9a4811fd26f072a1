import type { World } from '#app/platform/world.server.ts';
import { addLooks } from '#db/queries/certificate-look.ts';

/** Saves the looks counted since the last time. If saving fails, they are kept for the next time. */
export async function saveLooks(world: World): Promise<void> {
  const counted = [...world.looks];
  world.looks.clear();
  const rows = counted.map(([key, looks]) => {
    const [day, number] = key.split(' ') as [string, string];
    return { number, day, looks };
  });
  await addLooks(world.db, rows).catch((error: unknown) => {
    for (const [key, looks] of counted) world.looks.set(key, (world.looks.get(key) ?? 0) + looks);
    throw error;
  });
}
