import type { Db } from '#db/schema.ts';
import { type RoundOf, roundsOf } from './rounds-of.server.ts';

/** The round of a wave that waits for signatures or has them all; a wave has at most one. */
export async function standingRoundOf(
  db: Db,
  waveId: string,
): Promise<(RoundOf & { standing: 'open' | 'signed' }) | undefined> {
  return (await roundsOf(db, waveId)).find(
    (round): round is RoundOf & { standing: 'open' | 'signed' } =>
      round.standing === 'open' || round.standing === 'signed',
  );
}
