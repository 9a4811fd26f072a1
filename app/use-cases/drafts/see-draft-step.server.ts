import type { World } from '#app/platform/world.server.ts';
import { explained } from '#app/use-cases/learning/explained.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Dialogue } from '#curriculum/content/dialogues/dialogue.ts';
import type { Edition } from '#curriculum/content/edition.ts';
import type { Exercise } from '#curriculum/content/exercises/exercise.ts';
import type { Section } from '#curriculum/content/parse-reading.ts';
import { dialogueIn, readingIn } from '#curriculum/content/translations/told-in.ts';
import { minutesOf, type RubricCriterion, stepsIn } from '#curriculum/flow/course.ts';
import type { Term } from '#curriculum/glossary/parse-glossary.ts';
import { passMarkOf } from '#curriculum/grading/pass-mark-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { draftFor } from './draft-for.ts';
import { type QuestionWithKey, questionWithKey } from './question-with-key.ts';

type Words = { da: string; en: string };
/** An exercise whole: nothing is tried here, so nothing is held back. */
export type DraftExercise = { id: string; required: boolean; language: Language } & (
  | { is: 'check'; question: QuestionWithKey }
  | { is: 'reveal'; ask: string; answer: string }
  | { is: 'checklist'; title: string; items: string[] }
  | { is: 'dialogue'; dialogue: Dialogue }
);
type Neighbour = { id: string; title: Words };
export type DraftStep = {
  course: { id: string; title: Words };
  edition: string;
  id: string;
  kind: 'lesson' | 'practical' | 'day';
  title: Words;
  minutes: number | null;
  /** The language of the text. */
  language: Language;
  sections: Section[];
  sourcesHtml: string;
  terms: Term[];
  exercises: DraftExercise[];
  rubric: { criteria: readonly RubricCriterion[]; passMark: { points: number; of: number } | null } | null;
  before: Neighbour | null;
  after: Neighbour | null;
};

/** The text of a step of a draft, in the language asked for where it has it. Nothing is counted or remembered. */
export function seeDraftStep(
  world: Pick<World, 'catalogue' | 'glossary'>,
  viewer: Viewer,
  { step: id, language, ...place }: { course: string; edition: string; step: string; language: Language },
): DraftStep | undefined {
  const draft = draftFor(world, viewer, place);
  const step = draft?.course.steps.find((each) => each.id === id);
  const reading = draft && readingIn(draft, id, language);
  if (!draft || !step || step.kind === 'quiz' || !reading) return undefined;
  const { course, readings } = draft;
  const toRead = stepsIn(course.flow).filter((each) => readings.has(each));
  const at = toRead.indexOf(id);
  const neighbour = (other: string | undefined) => {
    const found = course.steps.find((each) => each.id === other);
    return found ? { id: found.id, title: found.title } : null;
  };
  return {
    course: { id: course.id, title: course.title },
    edition: course.edition,
    id,
    kind: step.kind,
    title: step.title,
    minutes: minutesOf(step),
    language: reading.language,
    ...explained(reading.sections, world.glossary),
    sourcesHtml: reading.sourcesHtml,
    exercises: reading.exercises.map((exercise) => wholeExercise(draft, exercise, reading.language)),
    rubric: step.kind === 'practical' ? { criteria: step.rubric, passMark: passMarkOf(step) } : null,
    before: neighbour(toRead[at - 1]),
    after: neighbour(toRead[at + 1]),
  };
}

function wholeExercise(draft: Edition, exercise: Exercise, language: Language): DraftExercise {
  const { id, required } = exercise;
  switch (exercise.is) {
    case 'check': {
      const question = questionWithKey(draft, exercise.question, { language });
      return { id, required, language: question.language, is: 'check', question };
    }
    case 'dialogue': {
      const spoken = dialogueIn(draft, id, language);
      if (!spoken) throw new Error(`The draft ${draft.course.edition} has no dialogue "${id}".`);
      return { id, required, is: 'dialogue', ...spoken };
    }
    default:
      return { ...exercise, language };
  }
}
