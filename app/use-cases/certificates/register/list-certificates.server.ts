import type { World } from '#app/platform/world.server.ts';
import { parseVerifyCode } from '#app/use-cases/certificates/checking/parse-verify-code.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { actionsOf, type CertificateAction } from '#curriculum/certification/certificate-actions.ts';
import { type CertificateStatus, lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { findCertificate, findSuccessor, listCertificateEvents, searchCertificates } from '#db/queries/certificate.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { type Consequence, consequenceOfRevoking } from './consequence-of-revoking.server.ts';
import { statusOfRow, titleOfRow } from './standings-of.server.ts';

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
  /** What the viewer may do to the certificate now. */
  actions: readonly CertificateAction[];
  /** The effect of revoking or suspending it; empty if nothing changes. */
  consequences: Consequence[];
  /** The holder's present name, if it differs from the printed one. */
  nameNow: string | null;
  /** The previous certificate in the chain, and the next one. */
  former: string | null;
  successor: string | null;
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

/** One certificate with its history, for viewers who may see certificates. */
export async function seeCertificate(
  world: World,
  viewer: Viewer,
  number: string,
): Promise<CertificateDetails | undefined> {
  const row = may(viewer, 'see-certificates') ? await findCertificate(world.db, { number }) : undefined;
  if (!row) return undefined;
  const events = await listCertificateEvents(world.db, number);
  const today = dayOf(world.now());
  const status = statusOfRow(row, events, today);
  const nameNow = (await findPersonAt(world.db, row.person_id, today))?.name ?? row.name_at_issue;
  const renamed = nameNow !== row.name_at_issue;
  const actions = may(viewer, 'revoke-certificate')
    ? actionsOf(status).filter((action) => action !== 'replace' || renamed)
    : [];
  return {
    number,
    name: row.name_at_issue,
    library: row.library_at_issue,
    status,
    validFrom: row.valid_from,
    lastValidDay: lastValidDay(row.valid_until),
    verifyCode: row.verify_code,
    course: titleOfRow(world, row),
    edition: row.edition,
    events: events.map(({ type, at, reason }) => ({ type, at, reason })),
    actions,
    consequences: actions.includes('revoke') ? await consequenceOfRevoking(world, viewer, row) : [],
    nameNow: renamed ? nameNow : null,
    former: row.replaces ?? row.supersedes,
    successor: (await findSuccessor(world.db, number)) ?? null,
  };
}
