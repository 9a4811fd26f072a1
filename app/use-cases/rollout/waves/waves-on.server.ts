import type { World } from '#app/platform/world.server.ts';
import { danish } from '#app/words/format.ts';
import { listServices } from '#db/queries/place.ts';
import { listWaveMembers, listWaves, type Wave } from '#db/queries/wave.ts';

export type WaveOn = Wave & { services: { id: string; name: string }[] };

/** The waves on a day with their services, without a permission check, and the services that are in none. */
export async function wavesOn(world: World, day: string): Promise<{ waves: WaveOn[]; others: WaveOn['services'] }> {
  const [waves, members, services] = await Promise.all([
    listWaves(world.db),
    listWaveMembers(world.db, { day }),
    listServices(world.db),
  ]);
  const waveOfService = new Map(members.map(({ serviceId, waveId }) => [serviceId, waveId]));
  const sorted = [...services].sort((a, b) => danish.compare(a.name, b.name));
  return {
    waves: waves.map((wave) => ({ ...wave, services: sorted.filter(({ id }) => waveOfService.get(id) === wave.id) })),
    others: sorted.filter(({ id }) => !waveOfService.has(id)),
  };
}
