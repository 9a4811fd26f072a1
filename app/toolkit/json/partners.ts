import type { MeetingEntry } from '#app/use-cases/partners/list-meetings.server.ts';
import type { OutreachOverview } from '#app/use-cases/partners/list-outreach.server.ts';
import type { PeerSessionEntry } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import type { AgreementEntry } from '#app/use-cases/partners/see-partners.server.ts';

/** What the verbs of partners print with `--json`. */
export const partnersJson = {
  'partners list agreements': (asOf: string, agreements: readonly AgreementEntry[]) => ({
    asOf,
    agreements: agreements.map((each) => ({
      id: each.id,
      service: each.service,
      partner: each.partner,
      about: each.about,
      from: each.from,
      lastDay: each.lastDay,
      standing: each.standing,
      renewed: each.renewed,
    })),
  }),
  'partners list meetings': (meetings: readonly MeetingEntry[]) => ({
    meetings: meetings.map((each) => ({
      id: each.id,
      service: each.service,
      onDay: each.onDay,
      place: each.place,
      partners: each.partners,
      held: each.held,
      decisions: each.decisions,
      nextStep: each.nextStep,
      nextOwner: each.nextOwner,
      nextOn: each.nextOn,
      nextDoneOn: each.nextDoneOn,
      nextIsLate: each.nextIsLate,
    })),
  }),
  'partners list outreach': (from: string, to: string, channels: OutreachOverview['channels']) => ({
    from,
    to,
    channels: channels.map(({ channel, efforts, amount, cost }) => ({ channel, efforts, amount, cost })),
  }),
  'partners list sessions': (sessions: readonly PeerSessionEntry[]) => ({
    sessions: sessions.map((each) => ({
      id: each.id,
      service: each.service,
      onDay: each.onDay,
      startsAt: each.startsAt,
      place: each.place,
      topic: each.topic,
      free: each.free,
    })),
  }),
};
