import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { InvitationAnswer, OutreachChannel } from '#curriculum/partners/outreach.ts';
import { findOutreach, listOutreachVersions } from '#db/queries/outreach.ts';

export type OutreachView = {
  id: string;
  service: string | null;
  channel: OutreachChannel;
  onDay: string;
  lastDay: string;
  place: string;
  amount: number;
  note: string;
  cost: number | null;
  paidBy: string;
  answer: InvitationAnswer;
  document: string | null;
  stands: boolean;
  withdrawn: boolean;
  latestId: string | null;
  versions: { id: string; recordedAt: string; why: string; withdrawn: boolean }[];
  mayRecord: boolean;
};

/** One effort with every version of it, newest first. */
export async function seeOutreach(world: World, viewer: Viewer, id: string): Promise<OutreachView | undefined> {
  const row = await findOutreach(world.db, id);
  const scope = row?.serviceId ? { serviceId: row.serviceId } : {};
  if (!row || !may(viewer, 'see-partners', scope)) return undefined;
  const versions = await listOutreachVersions(world.db, row.firstId);
  const latest = versions.findLast((each) => !versions.some(({ corrects }) => corrects === each.id));
  return {
    id: row.id,
    service: row.service,
    channel: row.channel,
    onDay: row.onDay,
    lastDay: row.lastDay ?? '',
    place: row.place,
    amount: row.amount,
    note: row.note,
    cost: row.cost,
    paidBy: row.paidBy,
    answer: row.answer,
    document: row.documentName,
    stands: row.stands === 1,
    withdrawn: latest?.withdrawn === 1,
    latestId: latest && latest.id !== row.id && latest.withdrawn === 0 ? latest.id : null,
    versions: versions
      .map((each) => ({
        id: each.id,
        recordedAt: each.recordedAt,
        why: each.why,
        withdrawn: each.withdrawn === 1,
      }))
      .reverse(),
    mayRecord: may(viewer, 'record-partners', scope),
  };
}
