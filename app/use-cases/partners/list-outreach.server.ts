import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addMonths } from '#curriculum/calendar/calendar-day.ts';
import type { OutreachChannel } from '#curriculum/partners/outreach.ts';
import { countOutreach, listOutreach as listOutreachRows } from '#db/queries/outreach.ts';
import { type PartnersAsked, partnersAsked } from './partners-asked.server.ts';

export type OutreachEntry = {
  id: string;
  service: string | null;
  channel: OutreachChannel;
  onDay: string;
  place: string;
  amount: number;
};
export type OutreachOverview = {
  /** The days that are counted: the twelve months until the day. */
  from: string;
  to: string;
  latest: OutreachEntry[];
  channels: { channel: OutreachChannel; efforts: number; amount: number; cost: number }[];
  invitations: { sent: number; answered: number; accepted: number };
};

/** The outreach that the viewer sees: the latest efforts, and the twelve months until the day by channel. */
export async function listOutreach(
  world: World,
  viewer: Viewer,
  most: number,
  asked: PartnersAsked = {},
): Promise<OutreachOverview> {
  const { day: to, until, known, services } = await partnersAsked(world, asked, servicesFor(viewer, 'see-partners'));
  const from = addMonths(to, -12);
  const [latest, counted] = await Promise.all([
    listOutreachRows(world.db, { services, until, known, most }),
    countOutreach(world.db, { services, from, to, known }),
  ]);
  const invitations = counted.find(({ channel }) => channel === 'invitation');
  return {
    from,
    to,
    latest: latest.map(({ id, service, channel, onDay, place, amount }) => ({
      ...{ id, service, channel, onDay, place, amount },
    })),
    channels: counted
      .map(({ channel, efforts, amount, cost }) => ({ channel, efforts, amount, cost }))
      .sort((one, other) => other.efforts - one.efforts),
    invitations: {
      sent: invitations?.efforts ?? 0,
      answered: invitations?.answered ?? 0,
      accepted: invitations?.accepted ?? 0,
    },
  };
}
