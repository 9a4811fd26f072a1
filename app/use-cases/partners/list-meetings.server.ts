import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listMeetings as listMeetingRows } from '#db/queries/meeting.ts';
import { isStepLate } from './is-step-late.ts';
import { type PartnersAsked, partnersAsked } from './partners-asked.server.ts';

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

/** The meetings that the viewer sees, newest first. Of a past day those held by then, each with its next step as it was. */
export async function listMeetings(
  world: World,
  viewer: Viewer,
  { from, most, ...asked }: PartnersAsked & { from?: string; most?: number } = {},
): Promise<MeetingEntry[]> {
  const { day, ...wanted } = await partnersAsked(world, asked, servicesFor(viewer, 'see-partners'));
  const rows = await listMeetingRows(world.db, { ...wanted, from, most });
  return rows.map(({ serviceId: _, held, ...row }) => ({
    ...row,
    nextDoneOn: doneBy(row, day),
    held: held === 1,
    nextIsLate: isStepLate({ ...row, nextDoneOn: doneBy(row, day) }, day),
  }));
}

/** The day the next step was done, if that was by the day asked about. */
const doneBy = ({ nextDoneOn }: { nextDoneOn: string | null }, day: string): string | null =>
  nextDoneOn !== null && nextDoneOn <= day ? nextDoneOn : null;
