import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { countSeatsTaken, findHold, lockHold, updateSeats } from '#db/queries/hold.ts';
import { isSeatCount } from './is-seat-count.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'not-a-number' }
  | { ok: false; reason: 'seats-taken'; taken: number };

/** Changes the number of seats, but never to fewer than are taken. */
export function changeSeats(world: World, viewer: Viewer, input: { holdId: string; seats: number }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const hold = await findHold(trx, input.holdId);
    if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return { ok: false, reason: 'not-found' };
    if (!isSeatCount(input.seats)) return { ok: false, reason: 'not-a-number' };
    await lockHold(trx, hold.id);
    const taken = await countSeatsTaken(trx, hold.id);
    if (input.seats < taken) return { ok: false, reason: 'seats-taken', taken };
    await updateSeats(trx, hold.id, input.seats);
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'hold-seats-changed',
      subject: hold.id,
      detail: String(input.seats),
    });
    return { ok: true };
  });
}
