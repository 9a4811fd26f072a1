import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isLive, statusOn } from '#curriculum/certification/certificate-status.ts';
import { appendCertificateEvent, findCertificate, listCertificateEvents } from '#db/queries/certificate.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { World } from '../../platform/world.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { writeAudit } from '../write-audit.server.ts';
import { writeLetter } from '../write-letter.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | 'reason-missing' | 'not-live' };

/** Revokes a certificate, with a reason and who did it; the check page says so at once, and the holder is told why. */
export function revokeCertificate(
  world: World,
  viewer: Viewer,
  input: { number: string; reason: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'revoke-certificate')) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    // The same lock as issuing takes: two who revoke at once leave one event.
    await lockByName(trx, 'numbering', at);
    const row = await findCertificate(trx, { number: input.number });
    if (!row) return { ok: false, reason: 'not-found' };
    const reason = input.reason.trim();
    if (reason.length < 5 || reason.length > 1_000) return { ok: false, reason: 'reason-missing' };
    const status = statusOn(
      { validFrom: row.valid_from, validUntil: row.valid_until },
      await listCertificateEvents(trx, row.number),
      dayOf(at),
    );
    if (!isLive(status)) return { ok: false, reason: 'not-live' };
    await appendCertificateEvent(trx, {
      id: world.newId(),
      number: row.number,
      type: 'revoked',
      reason,
      actor: viewer.personId || null,
      at,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'certificate-revoked',
      subject: row.number,
    });
    await writeLetter(world, trx, {
      personId: row.person_id,
      key: `revoked:${row.number}:${at}`,
      template: 'revoked',
      words: () => ({ number: row.number, reason, contact: `${world.publicUrl}/contact` }),
    });
    return { ok: true };
  });
}
