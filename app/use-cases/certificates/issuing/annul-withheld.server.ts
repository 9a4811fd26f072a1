import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type SettleOutcome, settleWithheld } from './settle-withheld.server.ts';

/** Ends the course without a certificate. The adviser is told the reason. */
export async function annulWithheld(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; reason: string },
): Promise<SettleOutcome> {
  const reason = parseReason(input.reason);
  if (!reason) return { ok: false, reason: 'reason-missing' };
  return settleWithheld(
    world,
    viewer,
    input.enrolmentId,
    { at: world.now(), type: 'annulled', reason },
    (trx, { enrolment }) =>
      writeLetter(world, trx, {
        personId: enrolment.person_id,
        key: `annulled:${enrolment.id}`,
        template: 'annulled',
        words: () => ({ reason }),
      }),
  );
}
