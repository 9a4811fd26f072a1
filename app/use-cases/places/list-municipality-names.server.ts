import type { World } from '#app/platform/world.server.ts';
import { danish } from '#app/words/format.ts';
import { listMunicipalityNames as listRows } from '#db/queries/place.ts';

/** Every municipality by name, to choose one of. */
export async function listMunicipalityNames(world: World): Promise<{ code: string; name: string }[]> {
  return (await listRows(world.db)).sort((a, b) => danish.compare(a.name, b.name));
}
