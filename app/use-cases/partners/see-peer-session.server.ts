import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listPeerSeats } from '#db/queries/peer-seat.ts';
import { findPeerSession, listPeerSessionVersions } from '#db/queries/peer-session.ts';

export type PeerSessionView = {
  id: string;
  service: string;
  onDay: string;
  startsAt: string;
  place: string;
  topic: string;
  seats: number;
  /** Seats that the host has given, without those that advisers took here themselves. */
  taken: number;
  /** Who took a seat here; null for those who are not the host. */
  people: { name: string; email: string | null }[] | null;
  free: number;
  stands: boolean;
  withdrawn: boolean;
  latestId: string | null;
  versions: { id: string; recordedAt: string; why: string; withdrawn: boolean }[];
  mayRecord: boolean;
};

/** One session with every version of it. Everybody who sees partners sees all sessions: they are for the whole network. */
export async function seePeerSession(world: World, viewer: Viewer, id: string): Promise<PeerSessionView | undefined> {
  if (!may(viewer, 'see-partners')) return undefined;
  const row = await findPeerSession(world.db, id);
  if (!row) return undefined;
  const versions = await listPeerSessionVersions(world.db, row.firstId);
  const people = await listPeerSeats(world.db, row.firstId);
  const mayRecord = may(viewer, 'record-partners', { serviceId: row.serviceId });
  const latest = versions.findLast((each) => !versions.some(({ corrects }) => corrects === each.id));
  return {
    id: row.id,
    service: row.service,
    onDay: row.onDay,
    startsAt: row.startsAt ?? '',
    place: row.place,
    topic: row.topic,
    seats: row.seats,
    taken: row.taken,
    people: mayRecord ? people.map(({ name, email }) => ({ name, email })) : null,
    free: Math.max(0, row.seats - row.taken - people.length),
    stands: row.stands === 1,
    withdrawn: latest?.withdrawn === 1,
    latestId: latest && latest.id !== row.id && latest.withdrawn === 0 ? latest.id : null,
    versions: versions
      .map((each) => ({ id: each.id, recordedAt: each.recordedAt, why: each.why, withdrawn: each.withdrawn === 1 }))
      .reverse(),
    mayRecord,
  };
}
