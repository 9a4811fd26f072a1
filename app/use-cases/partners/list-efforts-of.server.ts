import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import type { OutreachChannel } from '#curriculum/partners/outreach.ts';
import { listAgreements } from '#db/queries/agreement.ts';
import { listMeetings } from '#db/queries/meeting.ts';
import { listOutreach } from '#db/queries/outreach.ts';

export type Efforts = {
  agreements: { id: string; partner: string; about: string; lastDay: string }[];
  meetings: { id: string; onDay: string; partners: string; decisions: string }[];
  outreach: { id: string; onDay: string; channel: OutreachChannel; place: string }[];
};

/**
 * What a library service does with its partners as of a day: its agreements in force, and the meetings held and the outreach
 * of the twelve months before, newest first.
 */
export async function listEffortsOf(
  world: World,
  viewer: Viewer,
  { serviceId, asOf }: { serviceId: string; asOf: string },
): Promise<Efforts> {
  if (!may(viewer, 'see-partners', { serviceId })) return { agreements: [], meetings: [], outreach: [] };
  const wanted = { services: [serviceId], from: addDays(addMonths(asOf, -12), 1) };
  const [agreements, meetings, outreach] = await Promise.all([
    listAgreements(world.db),
    listMeetings(world.db, wanted),
    listOutreach(world.db, wanted),
  ]);
  return {
    agreements: agreements
      .filter((each) => each.serviceId === serviceId && each.validFrom <= asOf && asOf < each.validUntil)
      .map(({ id, partner, about, validUntil }) => ({ id, partner, about, lastDay: addDays(validUntil, -1) })),
    meetings: meetings
      .filter(({ held, onDay }) => held === 1 && onDay <= asOf)
      .map(({ id, onDay, partners, decisions }) => ({ id, onDay, partners, decisions })),
    outreach: outreach
      .filter(({ onDay }) => onDay <= asOf)
      .map(({ id, onDay, channel, place }) => ({ id, onDay, channel, place })),
  };
}
