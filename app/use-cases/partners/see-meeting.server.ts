import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findMeeting, listMeetingVersions } from '#db/queries/meeting.ts';
import { isStepLate } from './is-step-late.ts';

export type MeetingView = {
  id: string;
  service: string | null;
  onDay: string;
  startsAt: string;
  place: string;
  partners: string;
  held: boolean;
  decisions: string;
  nextStep: string;
  nextOwner: string;
  nextOn: string;
  nextDoneOn: string | null;
  nextIsLate: boolean;
  stands: boolean;
  withdrawn: boolean;
  latestId: string | null;
  versions: { id: string; recordedAt: string; onDay: string; why: string; withdrawn: boolean }[];
  mayRecord: boolean;
};

/** One meeting with every version of it, newest first. */
export async function seeMeeting(world: World, viewer: Viewer, id: string): Promise<MeetingView | undefined> {
  const row = await findMeeting(world.db, id);
  const scope = row?.serviceId ? { serviceId: row.serviceId } : {};
  if (!row || !may(viewer, 'see-partners', scope)) return undefined;
  const versions = await listMeetingVersions(world.db, row.firstId);
  const latest = versions.findLast((each) => !versions.some(({ corrects }) => corrects === each.id));
  return {
    id: row.id,
    service: row.service,
    onDay: row.onDay,
    startsAt: row.startsAt ?? '',
    place: row.place,
    partners: row.partners,
    held: row.held === 1,
    decisions: row.decisions,
    nextStep: row.nextStep,
    nextOwner: row.nextOwner,
    nextOn: row.nextOn ?? '',
    nextDoneOn: row.nextDoneOn,
    nextIsLate: isStepLate(row, dayOf(world.now())),
    stands: row.stands === 1,
    withdrawn: latest?.withdrawn === 1,
    latestId: latest && latest.id !== row.id && latest.withdrawn === 0 ? latest.id : null,
    versions: versions
      .map((each) => ({
        id: each.id,
        recordedAt: each.recordedAt,
        onDay: each.onDay,
        why: each.why,
        withdrawn: each.withdrawn === 1,
      }))
      .reverse(),
    mayRecord: may(viewer, 'record-partners', scope),
  };
}
