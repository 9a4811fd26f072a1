import type { World } from '#app/platform/world.server.ts';
import { parseVerifyCode } from '#app/use-cases/certificates/checking/parse-verify-code.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { searchCertificates } from '#db/queries/certificate.ts';
import { statusOfRow } from './status-of-row.ts';

export type CertificateRowView = {
  number: string;
  name: string;
  library: string;
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
};

/** The latest certificates whose number or name contains the text or whose code equals it, at most two hundred. */
export async function listCertificates(world: World, viewer: Viewer, find: string): Promise<CertificateRowView[]> {
  if (!may(viewer, 'see-certificates')) return [];
  const today = dayOf(world.now());
  const rows = await searchCertificates(world.db, find.trim(), 200, parseVerifyCode(find));
  return rows.map((row) => ({
    number: row.number,
    name: row.name_at_issue,
    library: row.library_at_issue,
    status: statusOfRow(row, row.events, today),
    validFrom: row.valid_from,
    lastValidDay: lastValidDay(row.valid_until),
  }));
}
