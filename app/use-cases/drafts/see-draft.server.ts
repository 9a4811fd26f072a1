import { newestFirst } from '#app/platform/catalogue.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type ChangeSinceBefore, changeSinceBefore } from '#curriculum/content/change-since-before.ts';
import { minutesOf, stepsIn } from '#curriculum/flow/course.ts';
import { draftFor } from './draft-for.ts';
import { maySeeKeys } from './may-see-keys.ts';

type Words = { da: string; en: string };
export type DraftView = {
  course: { id: string; title: Words };
  edition: string;
  /** What changed since the edition published before; undefined for the first. */
  change: ChangeSinceBefore | undefined;
  /** What the check advises: the file within the edition, its line, and what to do. */
  warnings: { file: string; line: number; message: string }[];
  steps: {
    id: string;
    kind: 'lesson' | 'quiz' | 'practical' | 'day';
    title: Words;
    minutes: number | null;
    /** Whether there is a text to read, and whether it is there in English. */
    text: 'both' | 'danish' | null;
    banks: string[];
  }[];
  /** The banks of questions, for those who may see keys. */
  banks: { id: string; questions: number; english: number }[] | null;
};

/**
 * A draft before it is published: what publishing would say changed, what the check advises, and all there is to read. The
 * way through it is not proved here: that takes a second, in which nobody else would be answered.
 */
export function seeDraft(
  world: Pick<World, 'catalogue'>,
  viewer: Viewer,
  place: { course: string; edition: string },
): DraftView | undefined {
  const draft = draftFor(world, viewer, place);
  if (!draft) return undefined;
  const { course, readings, english, banks } = draft;
  const folder = `curriculum/courses/${course.id}/${course.edition}/`;
  const inFlow = new Set(stepsIn(course.flow));
  return {
    course: { id: course.id, title: course.title },
    edition: course.edition,
    change: changeSinceBefore(draft, newestFirst(world.catalogue)),
    warnings: world.catalogue.warnings
      .filter(({ file }) => file.startsWith(folder))
      .map(({ file, line, message }) => ({ file: file.slice(folder.length), line, message })),
    steps: [...inFlow].map((id) => {
      const step = course.steps.find((each) => each.id === id)!;
      return {
        id,
        kind: step.kind,
        title: step.title,
        minutes: minutesOf(step),
        text: !readings.has(id) ? null : english.readings.has(id) ? 'both' : 'danish',
        banks: step.kind === 'quiz' ? [...new Set(step.blueprint.map(({ bank }) => bank))] : [],
      };
    }),
    banks: maySeeKeys(viewer)
      ? [...banks].map(([id, questions]) => ({
          id,
          questions: questions.length,
          english: questions.filter((question) => english.questions.has(question.id)).length,
        }))
      : null,
  };
}
