import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { readingIn } from '#curriculum/content/translations/told-in.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { listOwnMarks } from '#db/queries/own-note.ts';

type Words = { da: string; en: string };
/** Where something stands: the text, its section, and the address of both. */
export type Place = { course: Words; step: Words; section: string; language: Language; to: string };
export type OwnMarks = {
  notes: (Place & { text: string; at: string })[];
  bookmarks: (Place & { at: string })[];
};

/**
 * The viewer's own notes and bookmarks, newest first. What stood beside a section that a later edition no longer has is shown
 * with the name of its step, so that nothing written is lost.
 */
export async function ownMarks(world: World, viewer: Viewer, language: Language = 'da'): Promise<OwnMarks> {
  const [marks, enrolments] = await Promise.all([
    listOwnMarks(world.db, viewer.personId),
    listEnrolmentsOf(world.db, viewer.personId),
  ]);
  const placeOf = (mark: { enrolment_id: string; step: string; section: string }): Place => {
    const enrolment = enrolments.find(({ id }) => id === mark.enrolment_id)!;
    const edition = world.catalogue.find(enrolment.course, enrolment.edition);
    const step = edition?.course.steps.find(({ id }) => id === mark.step)?.title;
    const reading = edition && readingIn(edition, mark.step, language);
    const section = reading?.sections.find(({ id }) => id === mark.section);
    return {
      course: edition?.course.title ?? { da: enrolment.course, en: enrolment.course },
      step: step ?? { da: mark.step, en: mark.step },
      section: section?.title ?? '',
      language: reading?.language ?? 'da',
      to: `/enrolments/${mark.enrolment_id}/steps/${mark.step}${section ? `#${mark.section}` : ''}`,
    };
  };
  return {
    notes: marks.notes.map((note) => ({ ...placeOf(note), text: note.body, at: note.at })),
    bookmarks: marks.bookmarks.map((mark) => ({ ...placeOf(mark), at: mark.at })),
  };
}
