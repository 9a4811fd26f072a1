import { endsOf } from '#curriculum/content/dialogues/walk-dialogue.ts';
import type { Edition } from '#curriculum/content/edition.ts';
import type { Reading } from '#curriculum/content/reading.ts';
import { dialogueIn, readingIn, wordsIn } from '#curriculum/content/translations/told-in.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { lessonMinutes } from './lesson-minutes.ts';
import { type BankMeasures, measureBank } from './measure-bank.ts';

export type LessonMeasures = {
  step: string;
  /** The language it was measured in: Danish where there is no translation. */
  language: Language;
  words: number;
  minutes: { said: number | undefined; workedOut: number };
  lix: number;
  figures: number;
  exercises: number;
  dialogues: { name: string; nodes: number; endings: number }[];
};
export type EditionMeasures = { lessons: LessonMeasures[]; bank: BankMeasures };

/** The figures of an edition in one language: its lessons in their order, and all its questions. */
export function measureEdition(edition: Edition, language: Language): EditionMeasures {
  const { course, banks } = edition;
  const questions = [...banks.values()].flat().map((question) => wordsIn(edition, question, language).words);
  const idsOf = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
  return {
    lessons: course.steps.flatMap((step) => (step.kind === 'lesson' ? measureLesson(edition, step, language) : [])),
    bank: measureBank(questions, { goals: idsOf(course.goals), levels: idsOf(course.levels) }),
  };
}

function measureLesson(
  edition: Edition,
  { id, minutes }: { id: string; minutes?: number | undefined },
  language: Language,
): LessonMeasures {
  const reading = readingIn(edition, id, language)!;
  const dialogues = reading.exercises.flatMap((exercise) =>
    exercise.is === 'dialogue' ? dialogueIn(edition, exercise.id, language)!.dialogue : [],
  );
  return {
    step: id,
    language: reading.language,
    words: reading.words,
    minutes: { said: minutes, workedOut: lessonMinutes(reading, dialogues) },
    lix: reading.lix,
    figures: figuresIn(reading),
    exercises: reading.exercises.length,
    dialogues: dialogues.map((dialogue) => ({
      name: dialogue.dialogue,
      nodes: Object.keys(dialogue.nodes).length,
      endings: endsOf(dialogue).length,
    })),
  };
}

/** The poster of a film is a drawing too, but no figure. */
const figuresIn = ({ sections }: Reading): number =>
  sections
    .flatMap(({ parts }) => parts)
    .reduce((sum, part) => sum + ('html' in part ? part.html.split('<figure class="drawing"').length - 1 : 0), 0);
