import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { listRegions } from '#app/use-cases/places/list-regions.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import {
  type AgreementStanding,
  agreementMarks,
  agreementStanding,
  isRenewed,
} from '#curriculum/partners/agreement.ts';
import { listAgreements } from '#db/queries/agreement.ts';
import { type PartnersAsked, partnersAsked } from './partners-asked.server.ts';

export type AgreementEntry = {
  id: string;
  service: string | null;
  partner: string;
  about: string;
  from: string;
  lastDay: string;
  standing: AgreementStanding;
  renewed: boolean;
};
export type PartnersView = {
  /** The day it is asked about. */
  today: string;
  /** The last day of the months ahead in which an agreement ends soon. */
  soonUntil: string;
  /** The agreement to renew first. */
  next: { id: string; partner: string; daysLeft: number } | null;
  soon: number;
  /** Of the whole country where the viewer sees it, else of their own place. */
  agreements: AgreementEntry[];
  /** Of the library services, where the viewer sees the whole country. */
  ofServices: AgreementEntry[];
  /** The regions of the day, to narrow the agreements of the services by; the one that was asked for, or ''. */
  regions: string[];
  region: string;
  mayRecord: boolean;
};

/**
 * What was agreed with partners: of the whole country, or of a contact person's own place, as it stands on the day. A region
 * narrows the agreements of services.
 */
export async function seePartners(
  world: World,
  viewer: Viewer,
  asked: PartnersAsked = {},
): Promise<PartnersView | undefined> {
  if (!may(viewer, 'see-partners')) return undefined;
  const reach = servicesFor(viewer, 'see-partners');
  const { region = '' } = asked;
  const { day: today, known, services } = await partnersAsked(world, asked, reach);
  const all = await listAgreements(world.db, known);
  const seen = all.filter(({ serviceId }) => reach === 'all' || (serviceId !== null && reach.includes(serviceId)));
  const entries = seen.map((row) => ({
    serviceId: row.serviceId,
    id: row.id,
    service: row.service,
    partner: row.partner,
    about: row.about,
    from: row.validFrom,
    lastDay: addDays(row.validUntil, -1),
    standing: agreementStanding(row, today),
    renewed: isRenewed(row, all),
  }));
  const due = entries.filter(({ standing, renewed }) => standing === 'ends-soon' && !renewed);
  const [first] = due;
  return {
    today,
    soonUntil: addDays(today, agreementMarks[0] - 1),
    next: first ? { id: first.id, partner: first.partner, daysLeft: daysBetween(today, first.lastDay) } : null,
    soon: due.length,
    agreements: entries.filter(({ serviceId }) => reach !== 'all' || serviceId === null).map(withoutId),
    ofServices: entries
      .filter(
        ({ serviceId }) =>
          reach === 'all' && serviceId !== null && (services === 'all' || services.includes(serviceId)),
      )
      .map(withoutId),
    regions: await listRegions(world, today),
    region,
    mayRecord: may(viewer, 'record-partners'),
  };
}

const withoutId = ({ serviceId: _, ...entry }: AgreementEntry & { serviceId: string | null }): AgreementEntry => entry;
