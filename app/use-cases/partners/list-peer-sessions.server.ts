import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { countPeerSeats } from '#db/queries/peer-seat.ts';
import { listPeerSessions as listPeerSessionRows } from '#db/queries/peer-session.ts';
import { type PartnersAsked, partnersAsked } from './partners-asked.server.ts';

export type PeerSessionEntry = {
  id: string;
  /** Stays the same when the session is corrected, so that a calendar changes its entry. */
  firstId: string;
  service: string;
  onDay: string;
  startsAt: string | null;
  place: string;
  topic: string;
  free: number;
  /** The viewer has a seat. */
  mine: boolean;
};

/** The sessions from a day on in the whole network, the next first, for those who see partners and for advisers. */
export async function listPeerSessions(
  world: World,
  viewer: Viewer,
  asked: Omit<PartnersAsked, 'region'> = {},
): Promise<PeerSessionEntry[]> {
  if (!may(viewer, 'see-partners') && !may(viewer, 'take-peer-seat')) return [];
  const { day, planned } = await partnersAsked(world, asked, 'all');
  const rows = await listPeerSessionRows(world.db, day, planned);
  const firstIds = rows.map(({ firstId }) => firstId);
  const seats = await countPeerSeats(world.db, firstIds, viewer.personId, planned);
  return rows.map(({ serviceId: _, seats: all, taken, ...row }) => {
    const { count, mine } = seats.get(row.firstId) ?? { count: 0, mine: false };
    return { ...row, free: Math.max(0, all - taken - count), mine };
  });
}
