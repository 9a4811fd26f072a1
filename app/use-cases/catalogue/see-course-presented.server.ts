import { newestOf } from '#app/platform/catalogue.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { CourseEntry } from '#app/use-cases/holds/seats/list-courses.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { minutesOf, stepsIn } from '#curriculum/flow/course.ts';
import type { Presentation } from '#curriculum/presentation/parse-presentation.ts';
import { type CatalogueView, seeCatalogue } from './see-catalogue.server.ts';

type Words = { da: string; en: string };
type Step = {
  id: string;
  kind: 'lesson' | 'quiz' | 'practical' | 'day';
  title: Words;
  minutes: number | null;
  blind: boolean;
};
/** A course as everybody may see it. Of the question there is no key here: `answered` has what was chosen, if it was. */
export type CoursePresented = {
  entry: CourseEntry;
  own: CatalogueView['own'];
  steps: Step[];
  lead: Words | null;
  can: Words[];
  method: Words[];
  sample: { id: string; title: Words } | null;
  question: {
    text: Words;
    options: Words[];
    answered: { option: number; isRight: boolean; feedback: Words; right: Words } | null;
  } | null;
};

/** One course of the catalogue, in its newest published edition; undefined if there is none. */
export async function seeCoursePresented(
  world: World,
  viewer: Viewer | null,
  input: { course: string; client: string; answer: string | null },
): Promise<{ ok: true; view: CoursePresented | undefined } | { ok: false; reason: 'too-many'; seconds: number }> {
  const seen = await seeCatalogue(world, viewer, input.client);
  if (!seen.ok) return seen;
  const course = newestOf(world.catalogue, input.course)?.course;
  const entry = seen.view.courses.find(({ id, edition }) => id === course?.id && edition === course.edition);
  if (!entry || !course) return { ok: true, view: undefined };
  const presentation = Object.hasOwn(world.catalogue.presentations, course.id)
    ? world.catalogue.presentations[course.id]
    : undefined;
  const order = stepsIn(course.flow);
  const sample = course.steps.find(({ id }) => id === presentation?.sample);
  return {
    ok: true,
    view: {
      entry,
      own: seen.view.own,
      steps: order.flatMap((id) => {
        const step = course.steps.find((each) => each.id === id)!;
        const blind = step.kind === 'practical' && step.blind === true;
        return [{ id, kind: step.kind, title: step.title, minutes: minutesOf(step), blind }];
      }),
      lead: presentation?.lead ?? null,
      can: presentation?.can ?? [],
      method: presentation?.method ?? [],
      sample: sample ? { id: sample.id, title: sample.title } : null,
      question: presentation?.question ? questionOf(presentation.question, input.answer) : null,
    },
  };
}

function questionOf({ text, options }: NonNullable<Presentation['question']>, answer: string | null) {
  const at = answer !== null && /^\d$/.test(answer) ? Number(answer) : -1;
  const chosen = options[at];
  const right = options.find((option) => option.right)!;
  return {
    text,
    options: options.map((option) => option.text),
    answered: chosen ? { option: at, isRight: chosen === right, feedback: chosen.feedback, right: right.text } : null,
  };
}
