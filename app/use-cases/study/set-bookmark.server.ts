import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { deleteBookmark, putBookmark } from '#db/queries/own-note.ts';
import { findOwnSection } from './find-own-section.server.ts';

/** Marks a section of a text to come back to, or takes the mark away. A text has one mark: a new one moves it. */
export async function setBookmark(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; section: string; marked: boolean },
): Promise<{ ok: true } | { ok: false; reason: 'not-found' }> {
  const { enrolmentId, step, section, marked } = input;
  const found = await findOwnSection(world, input);
  if (!found || !may(viewer, 'learn', { personId: found.personId })) return { ok: false, reason: 'not-found' };
  if (marked) await putBookmark(world.db, { enrolment_id: enrolmentId, step, section, at: world.now() });
  else await deleteBookmark(world.db, enrolmentId, step);
  return { ok: true };
}
