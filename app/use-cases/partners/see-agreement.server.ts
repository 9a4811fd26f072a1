import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  type AgreementPurpose,
  type AgreementStanding,
  agreementStanding,
  isRenewed,
} from '#curriculum/partners/agreement.ts';
import { findAgreement, listAgreements, listAgreementVersions } from '#db/queries/agreement.ts';

export type AgreementView = {
  id: string;
  serviceId: string | null;
  service: string | null;
  purpose: AgreementPurpose;
  partner: string;
  about: string;
  signedBy: string;
  from: string;
  lastDay: string;
  document: string | null;
  /** False once it was corrected or taken back. */
  stands: boolean;
  withdrawn: boolean;
  standing: AgreementStanding;
  renewed: boolean;
  /** The version that stands now, if this one was corrected. */
  latestId: string | null;
  versions: { id: string; recordedAt: string; from: string; lastDay: string; why: string; withdrawn: boolean }[];
  mayRecord: boolean;
};

/** One agreement with every version of it, newest first. */
export async function seeAgreement(world: World, viewer: Viewer, id: string): Promise<AgreementView | undefined> {
  const row = await findAgreement(world.db, id);
  const scope = row?.serviceId ? { serviceId: row.serviceId } : {};
  if (!row || !may(viewer, 'see-partners', scope)) return undefined;
  const [versions, all] = await Promise.all([listAgreementVersions(world.db, row.firstId), listAgreements(world.db)]);
  const latest = versions.findLast((each) => !versions.some(({ corrects }) => corrects === each.id));
  return {
    id: row.id,
    serviceId: row.serviceId,
    service: row.service,
    purpose: row.purpose,
    partner: row.partner,
    about: row.about,
    signedBy: row.signedBy,
    from: row.validFrom,
    lastDay: addDays(row.validUntil, -1),
    document: row.documentName,
    stands: row.stands === 1,
    withdrawn: latest?.withdrawn === 1,
    standing: agreementStanding(row, dayOf(world.now())),
    renewed: isRenewed(row, all),
    latestId: latest && latest.id !== row.id && latest.withdrawn === 0 ? latest.id : null,
    versions: versions
      .map((each) => ({
        id: each.id,
        recordedAt: each.recordedAt,
        from: each.validFrom,
        lastDay: addDays(each.validUntil, -1),
        why: each.why,
        withdrawn: each.withdrawn === 1,
      }))
      .reverse(),
    mayRecord: may(viewer, 'record-partners', scope),
  };
}
