import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findOwnMarks } from '#db/queries/own-note.ts';
import { findOwnSection } from './find-own-section.server.ts';

type NoteView = {
  /** The title of the section, and of the text it stands in. */
  title: string;
  step: { da: string; en: string };
  text: string | null;
  /** The address of the section, and where its note is saved. */
  to: string;
  action: string;
};

/** The viewer's own note beside one section; undefined if the text is not theirs or has no such section. */
export async function seeNote(
  world: World,
  viewer: Viewer,
  place: { enrolmentId: string; step: string; section: string },
): Promise<NoteView | undefined> {
  const found = await findOwnSection(world, place);
  if (!found || !may(viewer, 'learn', { personId: found.personId })) return undefined;
  const { notes } = await findOwnMarks(world.db, place.enrolmentId, place.step);
  const here = `/enrolments/${place.enrolmentId}/steps/${place.step}`;
  return {
    title: found.title,
    step: found.step,
    text: notes.find(({ section }) => section === place.section)?.body ?? null,
    to: `${here}#${place.section}`,
    action: `${here}/note`,
  };
}
