import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listMoves, listWaveVersions, type Wave } from '#db/queries/wave.ts';
import { paperLettersOn } from '../invitations/paper-letters-on.server.ts';
import { type BoardWave, rolloutBoard } from './rollout-board.server.ts';

type Named = { id: string; name: string };
export type WaveView = {
  wave: BoardWave;
  waves: Wave[];
  /** The services of other waves and of none, which could be moved here. */
  others: (Named & { wave: string | null })[];
  versions: Awaited<ReturnType<typeof listWaveVersions>>;
  /** How many letters on paper of this wave can be printed today. */
  paperLetters: number;
  moves: { id: string; service: string; to: string | null; from: string; why: string }[];
};

/** A wave on a day: how far its services have come, what each lacks, and every move of theirs between waves. */
export async function seeWave(
  world: World,
  viewer: Viewer,
  asked: { waveId: string; asOf: string; knownOn?: string | undefined },
): Promise<WaveView | undefined> {
  if (!may(viewer, 'record-rollout')) return undefined;
  const board = await rolloutBoard(world, asked.asOf, { knownOn: asked.knownOn });
  const wave = board.waves.find(({ id }) => id === asked.waveId);
  if (!wave) return undefined;
  const others = [
    ...board.others.map(({ serviceId, name }) => ({ id: serviceId, name, wave: null })),
    ...board.waves
      .filter(({ id }) => id !== wave.id)
      .flatMap((other) => other.services.map(({ serviceId, name }) => ({ id: serviceId, name, wave: other.name }))),
  ];
  const moves = await listMoves(
    world.db,
    wave.services.map(({ serviceId }) => serviceId),
  );
  const waveNames = new Map(board.waves.map(({ id, name }) => [id, name]));
  const serviceNames = new Map(wave.services.map(({ serviceId, name }) => [serviceId, name]));
  return {
    wave,
    waves: board.waves.map(({ id, name, opensOn }) => ({ id, name, opensOn })),
    others: others.sort((a, b) => danish.compare(a.name, b.name)),
    versions: await listWaveVersions(world.db, wave.id),
    paperLetters: (await paperLettersOn(world, dayOf(world.now()), { waveId: wave.id })).length,
    moves: moves
      .filter(({ seq }) => seq > 1)
      .map(({ id, serviceId, waveId, from, why }) => ({
        ...{ id, from, why, service: serviceNames.get(serviceId)! },
        to: waveId && (waveNames.get(waveId) ?? null),
      })),
  };
}
