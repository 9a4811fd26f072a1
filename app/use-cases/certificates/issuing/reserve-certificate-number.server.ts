import type { World } from '#app/platform/world.server.ts';
import { newVerifyCode } from '#app/use-cases/certificates/checking/new-verify-code.ts';
import { listSize } from '#certificates/badge/status-list.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { certificateNumber } from '#curriculum/certification/certificate-status.ts';
import { nextNumbers } from '#db/queries/certificate.ts';
import { insertReservedNumber } from '#db/queries/reserved-number.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { NumberedCertificate } from './numbered.ts';

/** The next number of a certificate. If it is not used after all, no other certificate gets it. */
export function reserveCertificateNumber(world: World, at: string): Promise<NumberedCertificate> {
  return world.db.transaction().execute(async (trx) => {
    await lockByName(trx, 'numbering', at);
    const year = Number(dayOf(at).slice(0, 4));
    const { running, statusIndex } = await nextNumbers(trx, { year, listSize, pick: world.pick });
    const number = certificateNumber(year, running);
    await insertReservedNumber(trx, { number, status_index: statusIndex, reserved_at: at });
    return { number, code: newVerifyCode(world), statusIndex };
  });
}
