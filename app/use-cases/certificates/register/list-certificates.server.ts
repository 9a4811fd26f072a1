import type { World } from '#app/platform/world.server.ts';
import { parseVerifyCode } from '#app/use-cases/certificates/checking/parse-verify-code.ts';
import { leaderFor } from '#app/use-cases/leader-for.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { searchCertificates, withEvents } from '#db/queries/certificate.ts';
import { statusOfRow } from './status-of-row.ts';

export type CertificateRowView = {
  number: string;
  name: string;
  library: string;
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
};

const most = 20;

/** The latest certificates whose number, name or library has the words or whose code equals it, at most twenty. */
export async function listCertificates(world: World, viewer: Viewer, find: string): Promise<CertificateRowView[]> {
  if (!may(viewer, 'see-certificates')) return [];
  const today = dayOf(world.now());
  const code = parseVerifyCode(find);
  const text = find.trim();
  const found = await searchCertificates(world.db, text, most, {
    code,
    ledBy: leaderFor(viewer, 'see-certificates'),
  });
  return (await withEvents(world.db, found)).map((row) => ({
    number: row.number,
    name: row.name_at_issue,
    library: row.library_at_issue,
    status: statusOfRow(row, row.events, today),
    validFrom: row.valid_from,
    lastValidDay: lastValidDay(row.valid_until),
  }));
}
