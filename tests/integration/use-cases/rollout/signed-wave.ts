import { beginSignOff } from '#app/use-cases/rollout/sign-off/begin-sign-off.server.ts';
import { signWave } from '#app/use-cases/rollout/sign-off/sign-wave.server.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Decision } from '#curriculum/rollout/sign-off.ts';
import type { FakeWorld } from '../../../world.ts';

type Given = {
  name?: string;
  opensOn: string;
  from?: string;
  services: string[];
  decisions?: Decision[];
  signers: readonly Viewer[];
};

/** A wave with its services, signed by each of the signers. */
export async function signedWave(world: FakeWorld, given: Given): Promise<{ waveId: string; roundId: string }> {
  const [agency] = given.signers;
  const made = await recordWave(world, agency!, { name: given.name ?? 'Bølge 1', opensOn: given.opensOn });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { services, from = given.opensOn } = given;
  const moved = await moveToWave(world, agency!, { services, waveId: made.id, from, why: '' });
  if (!moved.ok) throw new Error(JSON.stringify(moved));
  const begun = await beginSignOff(world, agency!, { waveId: made.id, decisions: given.decisions ?? [] });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  for (const signer of given.signers) {
    const signed = await signWave(world, signer, { roundId: begun.id, hasRead: true });
    if (!signed.ok) throw new Error(JSON.stringify(signed));
  }
  return { waveId: made.id, roundId: begun.id };
}
