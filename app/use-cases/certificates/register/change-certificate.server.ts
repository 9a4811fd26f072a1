import type { World } from '#app/platform/world.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateAction, factOfAction } from '#curriculum/certification/certificate-actions.ts';
import { isLive } from '#curriculum/certification/certificate-status.ts';
import { certificationOfRow } from './certification-of-row.ts';
import type { CertificateChange, CertificateRefused } from './find-certificate-to-change.server.ts';
import { listStandings } from './list-standings.server.ts';
import { noteCertificateAction } from './note-certificate-action.server.ts';
import { withCertificate } from './with-certificate.server.ts';

type Input = CertificateChange & { action: Exclude<CertificateAction, 'replace'> };

/**
 * Suspends a certificate or lifts the suspension, revokes or reinstates it, and records the reason and who did it. The
 * check page shows it at once, and the holder receives the reason. Without a viewer, the toolkit is calling, and its
 * user controls the machine.
 */
export function changeCertificate(
  world: World,
  viewer: Viewer | null,
  input: Input,
): Promise<{ ok: true } | CertificateRefused> {
  return withCertificate(world, viewer, input, async (trx, { row, reason, at }) => {
    if (input.action === 'reinstate') {
      // Nobody may hold two live certificates for one course.
      const held = { personId: row.person_id, certification: certificationOfRow(world, row), day: dayOf(at) };
      const own = await listStandings(world, trx, held);
      if (own.some(({ status }) => isLive(status))) return { ok: false, reason: 'another-holds' };
    }
    await noteCertificateAction(world, trx, viewer, { number: row.number, action: input.action, reason, at });
    await writeLetter(world, trx, {
      personId: row.person_id,
      key: `${factOfAction[input.action]}:${row.number}:${at}`,
      template: factOfAction[input.action],
      words: () => ({ number: row.number, reason, contact: `${world.publicUrl}/contact` }),
    });
    return { ok: true };
  });
}
