import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listMeetings as listMeetingRows } from '#db/queries/meeting.ts';
import { isStepLate } from './is-step-late.ts';

export type MeetingEntry = {
  id: string;
  /** Stays the same when the meeting is corrected, so that a calendar changes its entry instead of adding another. */
  firstId: string;
  service: string | null;
  onDay: string;
  startsAt: string | null;
  place: string;
  partners: string;
  held: boolean;
  decisions: string;
  nextStep: string;
  nextOwner: string;
  nextOn: string | null;
  nextDoneOn: string | null;
  nextIsLate: boolean;
};

/** The meetings that the viewer sees, newest first. */
export async function listMeetings(
  world: World,
  viewer: Viewer,
  given: { from?: string; most?: number } = {},
): Promise<MeetingEntry[]> {
  const rows = await listMeetingRows(world.db, { services: servicesFor(viewer, 'see-partners'), ...given });
  const today = dayOf(world.now());
  return rows.map(({ serviceId: _, held, ...row }) => ({
    ...row,
    held: held === 1,
    nextIsLate: isStepLate(row, today),
  }));
}
