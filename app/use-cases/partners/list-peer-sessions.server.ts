import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listPeerSessions as listPeerSessionRows } from '#db/queries/peer-session.ts';

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
};

/** The sessions to come in the whole network, the next first. */
export async function listPeerSessions(world: World, viewer: Viewer): Promise<PeerSessionEntry[]> {
  if (!may(viewer, 'see-partners')) return [];
  const rows = await listPeerSessionRows(world.db, dayOf(world.now()));
  return rows.map(({ serviceId: _, seats, taken, ...row }) => ({ ...row, free: seats - taken }));
}
