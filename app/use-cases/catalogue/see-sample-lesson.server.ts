import type { World } from '#app/platform/world.server.ts';
import { explained } from '#app/use-cases/learning/explained.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Section } from '#curriculum/content/parse-reading.ts';
import { seeCoursePresented } from './see-course-presented.server.ts';

type Words = { da: string; en: string };

/** The lesson of a course that everybody may read, without its exercises. */
export async function seeSampleLesson(
  world: World,
  viewer: Viewer | null,
  input: { course: string; client: string },
): Promise<
  | { ok: true; view: { course: Words; title: Words; sections: Section[]; sourcesHtml: string } | undefined }
  | { ok: false; reason: 'too-many'; seconds: number }
> {
  const seen = await seeCoursePresented(world, viewer, { ...input, answer: null });
  if (!seen.ok) return seen;
  const { entry, sample } = seen.view ?? {};
  const reading = entry && sample && world.catalogue.find(entry.id, entry.edition)?.readings.get(sample.id);
  if (!reading) return { ok: true, view: undefined };
  const sections = explained(reading.sections, world.glossary).sections.map((section) => ({
    ...section,
    parts: section.parts.filter((part) => 'html' in part),
  }));
  return { ok: true, view: { course: entry.title, title: sample.title, sections, sourcesHtml: reading.sourcesHtml } };
}
