import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/holds/advisers/adviser-record.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  actionsOf,
  type CertificateAction,
  certificateActions,
  factOfAction,
} from '#curriculum/certification/certificate-actions.ts';
import { type CertificateStatus, isLive } from '#curriculum/certification/certificate-status.ts';
import {
  appendCertificateEvent,
  type CertificateRow,
  findCertificate,
  listCertificateEvents,
} from '#db/queries/certificate.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { certificationOfRow, standingsOf, statusOfRow } from './standings-of.server.ts';

export type Refused =
  | { ok: false; reason: 'forbidden' | 'not-found' | 'reason-missing' | 'another-holds' }
  | { ok: false; reason: 'not-now'; status: CertificateStatus };
type Input = { number: string; reason: string };
type Change = Input & { action: Exclude<CertificateAction, 'replace'> };

export const parseAction = (text: string): CertificateAction | undefined =>
  certificateActions.find((each) => each === text);

/**
 * Suspends a certificate or lifts the suspension, revokes or reinstates it, and records the reason and who did it. The
 * check page shows it at once, and the holder receives the reason. Without a viewer, the toolkit is calling, and its
 * user controls the machine.
 */
export function changeCertificate(world: World, viewer: Viewer | null, input: Change): Promise<{ ok: true } | Refused> {
  return withCertificate(world, viewer, input, async (trx, { row, reason, at }) => {
    if (input.action === 'reinstate') {
      // Nobody may hold two live certificates for one course.
      const held = { personId: row.person_id, certification: certificationOfRow(world, row), day: dayOf(at) };
      const own = await standingsOf(world, trx, held);
      if (own.some(({ status }) => isLive(status))) return { ok: false, reason: 'another-holds' };
    }
    await noteAction(world, trx, viewer, { number: row.number, action: input.action, reason, at });
    await writeLetter(world, trx, {
      personId: row.person_id,
      key: `${factOfAction[input.action]}:${row.number}:${at}`,
      template: factOfAction[input.action],
      words: () => ({ number: row.number, reason, contact: `${world.publicUrl}/contact` }),
    });
    return { ok: true };
  });
}

/**
 * Changes a certificate under the lock that issuing uses. If two people act at once, the second one sees the new
 * status.
 */
export function withCertificate<T>(
  world: World,
  viewer: Viewer | null,
  input: Input & { action: CertificateAction },
  work: (trx: Db, given: { row: CertificateRow; reason: string; at: string }) => Promise<T | Refused>,
): Promise<T | Refused> {
  return world.db.transaction().execute(async (trx): Promise<T | Refused> => {
    if (viewer && !may(viewer, 'revoke-certificate')) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    await lockByName(trx, 'numbering', at);
    const row = await findCertificate(trx, { number: input.number });
    if (!row) return { ok: false, reason: 'not-found' };
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    const status = statusOfRow(row, await listCertificateEvents(trx, row.number), dayOf(at));
    if (!actionsOf(status).includes(input.action)) return { ok: false, reason: 'not-now', status };
    return work(trx, { row, reason, at });
  });
}

/** Records the fact on the certificate and in the audit. */
export async function noteAction(
  world: World,
  trx: Db,
  viewer: Viewer | null,
  { number, action, reason, at }: { number: string; action: CertificateAction; reason: string; at: string },
): Promise<void> {
  const actor = viewer?.personId || null;
  const type = factOfAction[action];
  await appendCertificateEvent(trx, { id: world.newId(), number, type, reason, actor, at, recorded_at: at });
  await writeAudit(world, trx, { actor, action: `certificate-${type}`, subject: number });
}
