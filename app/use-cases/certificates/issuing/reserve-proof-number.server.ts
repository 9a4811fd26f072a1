import type { World } from '#app/platform/world.server.ts';
import { newVerifyCode } from '#app/use-cases/certificates/checking/new-verify-code.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { proofNumber } from '#curriculum/certification/attendance-proof.ts';
import { findLatestProofNumber } from '#db/queries/attendance-proof.ts';
import { insertReservedNumber } from '#db/queries/reserved-number.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Numbered } from './numbered.ts';

/** The next number of a proof of attendance. If it is not used after all, no other proof gets it. */
export function reserveProofNumber(world: World, at: string): Promise<Numbered> {
  return world.db.transaction().execute(async (trx) => {
    await lockByName(trx, 'numbering', at);
    const year = dayOf(at).slice(0, 4);
    const number = proofNumber(year, await findLatestProofNumber(trx, year));
    await insertReservedNumber(trx, { number, status_index: null, reserved_at: at });
    return { number, code: newVerifyCode(world) };
  });
}
