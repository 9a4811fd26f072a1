import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  type CertificateStatus,
  isLive,
  lastValidDay,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import { findCertificate, listCertificateEvents, searchCertificates } from '#db/queries/certificate.ts';
import type { World } from '../../platform/world.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { type Consequence, consequenceOfRevoking } from './consequence-of-revoking.server.ts';

export type CertificateRowView = {
  number: string;
  name: string;
  library: string;
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
};
export type CertificateDetails = CertificateRowView & {
  verifyCode: string;
  course: { da: string; en: string };
  edition: string;
  events: { type: string; at: string; reason: string | null }[];
  mayRevoke: boolean;
  /** What revoking it would do; empty when it changes nothing. */
  consequences: Consequence[];
};

/** The latest certificates whose number or name holds the text, at most two hundred. */
export async function listCertificates(world: World, viewer: Viewer, find: string): Promise<CertificateRowView[]> {
  if (!may(viewer, 'see-certificates')) return [];
  const today = dayOf(world.now());
  const rows = await searchCertificates(world.db, find.trim(), 200);
  return rows.map((row) => ({
    number: row.number,
    name: row.name_at_issue,
    library: row.library_at_issue,
    status: statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, row.events, today),
    validFrom: row.valid_from,
    lastValidDay: lastValidDay(row.valid_until),
  }));
}

/** One certificate with its history, for those who may see certificates. */
export async function seeCertificate(
  world: World,
  viewer: Viewer,
  number: string,
): Promise<CertificateDetails | undefined> {
  const row = may(viewer, 'see-certificates') ? await findCertificate(world.db, { number }) : undefined;
  if (!row) return undefined;
  const events = await listCertificateEvents(world.db, number);
  const status = statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, events, dayOf(world.now()));
  const mayRevoke = may(viewer, 'revoke-certificate') && isLive(status);
  return {
    number,
    name: row.name_at_issue,
    library: row.library_at_issue,
    status,
    validFrom: row.valid_from,
    lastValidDay: lastValidDay(row.valid_until),
    verifyCode: row.verify_code,
    course: world.catalogue.find(row.course, row.edition)?.course.title ?? { da: row.course, en: row.course },
    edition: row.edition,
    events: events.map(({ type, at, reason }) => ({ type, at, reason })),
    mayRevoke,
    consequences: mayRevoke ? await consequenceOfRevoking(world, viewer, row) : [],
  };
}
