import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { recordOf } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { excerptOf } from '#curriculum/content/excerpt-of.ts';
import { textOfHtml } from '#curriculum/content/text-of-html.ts';
import { readingIn } from '#curriculum/content/translations/told-in.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { containsWords } from '#db/text-keys.ts';
import { type OwnMarks, ownMarks } from './own-marks.server.ts';

type Words = { da: string; en: string };
export type FoundInCourse = {
  /** Sections of texts that are open to the viewer, with the words around what was found. */
  sections: { step: Words; section: string; to: string; excerpt: string; language: Language }[];
  terms: { id: string; term: Words; means: Words }[];
  notes: OwnMarks['notes'];
};

const most = 20;

/**
 * Finds words in the texts of the viewer's courses that are open to them, in the glossary, and in their own notes. A text that is
 * still closed stays closed: its words are not found.
 */
export async function findInCourse(
  world: World,
  viewer: Viewer,
  find: string,
  language: Language = 'da',
): Promise<FoundInCourse> {
  const terms = world.glossary.filter(({ term, means }) =>
    [term.da, term.en, means.da, means.en].some((text) => containsWords(text, find)),
  );
  if (!may(viewer, 'learn')) return { sections: [], terms: terms.slice(0, most), notes: [] };
  const [enrolments, marks] = await Promise.all([
    listEnrolmentsOf(world.db, viewer.personId),
    ownMarks(world, viewer, language),
  ]);
  const records = await Promise.all(enrolments.map((enrolment) => recordOf(world, world.db, enrolment)));
  const seen = new Set<string>();
  const sections = records.flatMap(({ enrolment, edition, snapshot }) => {
    const open = progressIn(edition.course, snapshot).steps.filter(({ state }) => state !== 'closed');
    return open.flatMap(({ id }) => {
      const step = edition.course.steps.find((each) => each.id === id)!;
      return (readingIn(edition, id, language)?.sections ?? []).flatMap((section) => {
        const text = textOfHtml(section.parts.map((part) => ('html' in part ? part.html : ' ')).join(' '));
        // The same text in an older enrolment of the same course is not shown again.
        const key = `${edition.course.id} ${id} ${section.id}`;
        if (seen.has(key) || !containsWords(`${section.title} ${text}`, find)) return [];
        seen.add(key);
        const to = `/enrolments/${enrolment.id}/steps/${id}#${section.id}`;
        return [
          {
            step: step.title,
            section: section.title,
            to,
            excerpt: excerptOf(text, find),
            language: readingIn(edition, id, language)!.language,
          },
        ];
      });
    });
  });
  return {
    sections: sections.slice(0, most),
    terms: terms.slice(0, most).map(({ id, term, means }) => ({ id, term, means })),
    notes: marks.notes.filter(({ text }) => containsWords(text, find)).slice(0, most),
  };
}
