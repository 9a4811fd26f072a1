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
