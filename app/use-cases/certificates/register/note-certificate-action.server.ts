import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { factOfAction } from '#curriculum/certification/certificate-actions.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';

/** Records the fact on the certificate and in the audit. */
export async function noteCertificateAction(
  world: World,
  trx: Db,
  viewer: Viewer | null,
  { number, action, reason, at }: { number: string; action: keyof typeof factOfAction; reason: string; at: string },
): Promise<void> {
  const actor = viewer?.personId || null;
  const type = factOfAction[action];
  await appendCertificateEvent(trx, { id: world.newId(), number, type, reason, actor, at, recorded_at: at });
  await writeAudit(world, trx, { actor, action: `certificate-${type}`, subject: number });
}
