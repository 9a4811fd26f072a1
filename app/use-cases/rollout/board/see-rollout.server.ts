import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type Board, rolloutBoard } from './rollout-board.server.ts';

export type RolloutView = Board & { mayRecord: boolean; whole: boolean };

/** The board of the rollout as far as the viewer may see it: a contact person sees their own service. */
export async function seeRollout(
  world: World,
  viewer: Viewer,
  asked: { asOf: string; knownOn?: string | undefined },
): Promise<RolloutView | undefined> {
  if (!may(viewer, 'see-rollout')) return undefined;
  const services = servicesFor(viewer, 'see-rollout');
  const board = await rolloutBoard(world, asked.asOf, {
    knownOn: asked.knownOn,
    services: services === 'all' ? undefined : services,
  });
  const waves = services === 'all' ? board.waves : board.waves.filter((wave) => wave.services.length > 0);
  return { ...board, waves, mayRecord: may(viewer, 'record-rollout'), whole: services === 'all' };
}
