import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { actionsOf, type CertificateAction } from '#curriculum/certification/certificate-actions.ts';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import { type CertificateRow, findCertificate, listCertificateEvents } from '#db/queries/certificate.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { statusOfRow } from './status-of-row.ts';

export type CertificateRefused =
  | { ok: false; reason: 'forbidden' | 'not-found' | 'reason-missing' | 'another-holds' }
  | { ok: false; reason: 'not-now'; status: CertificateStatus };
/** Which certificate, and why it changes. */
export type CertificateChange = { number: string; reason: string };

export type CertificateActionInput = CertificateChange & { action: CertificateAction };

/** The certificate of the change, and when it is made. */
export type CertificateToChange = { row: CertificateRow; reason: string; at: string };

/** A certificate that this viewer may change so now, and the reason. With `lock`, nobody else can change it meanwhile. */
export async function findCertificateToChange(
  db: Db,
  viewer: Viewer | null,
  input: CertificateActionInput,
  at: string,
  lock: boolean,
): Promise<({ ok: true } & CertificateToChange) | CertificateRefused> {
  if (viewer && !may(viewer, 'revoke-certificate')) return { ok: false, reason: 'forbidden' };
  if (lock) await lockByName(db, 'numbering', at);
  const row = await findCertificate(db, { number: input.number });
  if (!row) return { ok: false, reason: 'not-found' };
  const reason = parseReason(input.reason);
  if (!reason) return { ok: false, reason: 'reason-missing' };
  const status = statusOfRow(row, await listCertificateEvents(db, row.number), dayOf(at));
  if (!actionsOf(status).includes(input.action)) return { ok: false, reason: 'not-now', status };
  return { ok: true, row, reason, at };
}
