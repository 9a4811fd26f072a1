import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { standingRoundOf } from '../sign-off/standing-round-of.server.ts';
import { type Board, rolloutBoard } from './rollout-board.server.ts';

/** A wave that waits for signatures: who signed, and whether the reader did. */
export type Waiting = { waveId: string; wave: string; signedBy: string[]; mine: boolean };
export type RolloutView = Board & { mayRecord: boolean; whole: boolean; waiting: Waiting | null };

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
  const waiting = may(viewer, 'sign-off') ? await waitingFor(world, viewer, board) : null;
  return { ...board, waves, waiting, mayRecord: may(viewer, 'record-rollout'), whole: services === 'all' };
}

/** The first wave whose frozen picture waits for signatures. */
async function waitingFor(world: World, viewer: Viewer, { waves }: Board): Promise<Waiting | null> {
  for (const { id, name } of waves) {
    const round = await standingRoundOf(world.db, id);
    if (round?.standing !== 'open') continue;
    const people = await Promise.all(
      round.signatures.map(({ personId, at }) => findPersonAt(world.db, personId, dayOf(at))),
    );
    return {
      ...{ waveId: id, wave: name, mine: round.signedBy.includes(viewer.personId) },
      signedBy: people.flatMap((person) => (person ? [person.name] : [])),
    };
  }
  return null;
}
