import type { World } from '#app/platform/world.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type CertificateAction, factOfAction } from '#curriculum/certification/certificate-actions.ts';
import type { CertificateChange, CertificateRefused } from './find-certificate-to-change.server.ts';
import { noteCertificateAction } from './note-certificate-action.server.ts';
import { withCertificate } from './with-certificate.server.ts';

type Input = CertificateChange & { action: Exclude<CertificateAction, 'replace' | 'reissue'> };

/**
 * Suspends a certificate, lifts the suspension, or revokes it for good, and records the reason and who did it. The check
 * page shows it at once, and the holder receives the reason. Without a viewer, the toolkit is calling, and its user
 * controls the machine.
 */
export function changeCertificate(
  world: World,
  viewer: Viewer | null,
  input: Input,
): Promise<{ ok: true } | CertificateRefused> {
  return withCertificate(world, viewer, input, async (trx, { row, reason, at }) => {
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
