import { standingRoundOf } from '#app/use-cases/rollout/sign-off/standing-round-of.server.ts';
import type { UrgentWave } from '#curriculum/readiness/urgent.ts';
import { listOpeningServices } from '#db/queries/sign-off.ts';
import { listWaves } from '#db/queries/wave.ts';
import type { Db } from '#db/schema.ts';

/** The waves that are frozen and wait for signatures, with the services that open by them. */
export async function wavesToSign(db: Db): Promise<UrgentWave[]> {
  const [waves, opening] = await Promise.all([listWaves(db), listOpeningServices(db)]);
  const begun = waves.filter(({ id }) => opening.some(({ waveId }) => waveId === id));
  const found = await Promise.all(
    begun.map(async ({ id, name, opensOn }): Promise<UrgentWave[]> => {
      const round = await standingRoundOf(db, id);
      if (round?.standing !== 'open') return [];
      const services = opening.filter(({ roundId }) => roundId === round.id).map(({ serviceId }) => serviceId);
      const missing = round.persons - round.signatures.length;
      return [{ waveId: id, wave: name, opensOn, opening: services, missing }];
    }),
  );
  return found.flat();
}
