import type { World } from '#app/platform/world.server.ts';
import { explained } from '#app/use-cases/learning/explained.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Section } from '#curriculum/content/parse-reading.ts';
import { readingIn } from '#curriculum/content/translations/told-in.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { seeCoursePresented } from './see-course-presented.server.ts';

type Words = { da: string; en: string };
type View = {
  course: Words;
  title: Words;
  /** The language of the text. */
  language: Language;
  sections: Section[];
  sourcesHtml: string;
};

/** The lesson of a course that everybody may read, without its exercises, in the reader's language where the edition has it. */
export async function seeSampleLesson(
  world: World,
  viewer: Viewer | null,
  input: { course: string; client: string; language: Language },
): Promise<{ ok: true; view: View | undefined } | { ok: false; reason: 'too-many'; seconds: number }> {
  const seen = await seeCoursePresented(world, viewer, { ...input, answer: null });
  if (!seen.ok) return seen;
  const { entry, sample } = seen.view ?? {};
  const edition = entry && world.catalogue.find(entry.id, entry.edition);
  const reading = edition && sample && readingIn(edition, sample.id, input.language);
  if (!reading) return { ok: true, view: undefined };
  const sections = explained(reading.sections, world.glossary).sections.map((section) => ({
    ...section,
    parts: section.parts.filter((part) => 'html' in part),
  }));
  const { language, sourcesHtml } = reading;
  return { ok: true, view: { course: entry.title, title: sample.title, language, sections, sourcesHtml } };
}
