import { type Round, type RoundStanding, roundStanding } from '#curriculum/rollout/sign-off.ts';
import { listRounds, listSignatures } from '#db/queries/sign-off.ts';
import type { Db } from '#db/schema.ts';

type Row = Awaited<ReturnType<typeof listRounds>>[number];
export type RoundOf = Row & Round & { signatures: { personId: string; at: string }[]; standing: RoundStanding };

/** The rounds of a wave with their signatures, the latest first. */
export async function roundsOf(db: Db, waveId: string): Promise<RoundOf[]> {
  const rows = await listRounds(db, waveId);
  const all = await listSignatures(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const signatures = all.filter(({ roundId }) => roundId === row.id).map(({ personId, at }) => ({ personId, at }));
    const round = { persons: row.persons, ended: row.ended, signedBy: signatures.map(({ personId }) => personId) };
    return { ...row, ...round, signatures, standing: roundStanding(round) };
  });
}

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
