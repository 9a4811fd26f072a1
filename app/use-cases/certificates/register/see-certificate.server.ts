import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { actionsOf, type CertificateAction } from '#curriculum/certification/certificate-actions.ts';
import { lastValidDay } from '#curriculum/certification/certificate-status.ts';
import {
  type CertificateEventRow,
  findCertificate,
  findSuccessor,
  listCertificateEvents,
} from '#db/queries/certificate.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { type Consequence, consequenceOfRevoking } from './consequence-of-revoking.server.ts';
import type { CertificateRowView } from './list-certificates.server.ts';
import { scopeOfHolder } from './scope-of-holder.server.ts';
import { statusOfRow } from './status-of-row.ts';
import { titleOfRow } from './title-of-row.ts';

export type CertificateDetails = CertificateRowView & {
  verifyCode: string;
  course: { da: string; en: string };
  edition: string;
  events: { type: CertificateEventRow['type']; at: string; reason: string | null }[];
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

/** One certificate with its history, for viewers who may see certificates. */
export async function seeCertificate(
  world: World,
  viewer: Viewer,
  number: string,
): Promise<CertificateDetails | undefined> {
  const row = await findCertificate(world.db, { number });
  if (!row || !may(viewer, 'see-certificates', await scopeOfHolder(world.db, row.person_id))) return undefined;
  noteLookup(world, viewer, { page: 'certificate', personId: row.person_id });
  const events = await listCertificateEvents(world.db, number);
  const today = dayOf(world.now());
  const status = statusOfRow(row, events, today);
  const nameNow = (await findPersonAt(world.db, row.person_id, today))?.name ?? row.name_at_issue;
  const renamed = nameNow !== row.name_at_issue;
  const successor = (await findSuccessor(world.db, number)) ?? null;
  const possible: Partial<Record<CertificateAction, boolean>> = {
    replace: renamed,
    reissue: successor === null && today < row.valid_until,
  };
  const actions = may(viewer, 'revoke-certificate')
    ? actionsOf(status).filter((action) => possible[action] ?? true)
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
    successor,
  };
}
