import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { DialogueTried, endsOf } from '#curriculum/content/dialogues/walk-dialogue.ts';
import { type Exercise, exercisesLeft } from '#curriculum/content/exercises/exercise.ts';
import { Checked } from '#curriculum/content/exercises/read-try.ts';
import { dialogueIn, readingIn, wordsIn } from '#curriculum/content/translations/told-in.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { answerTo, kindOf, type Question } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import type { Told } from '#curriculum/quiz/told.ts';
import { withoutKey } from '#curriculum/quiz/without-key.ts';
import { listTries, type TryRow } from '#db/queries/exercise-try.ts';
import type { Db } from '#db/schema.ts';
import { orderOf } from './order-of.ts';
import { type WhereToRead, whereToRead } from './where-to-read.ts';

/** An exercise as the lesson shows it: no more than somebody who has tried it this often may know. */
export type ExerciseView = { id: string; title: string; language: Language; required: boolean; tries: number } & (
  | {
      is: 'check';
      question: QuestionView;
      given: string[];
      feedback?: Feedback;
      hint?: string;
      toRead: WhereToRead;
      /** With what would have been right: from the second wrong answer on. */
      answer?: Feedback;
    }
  | { is: 'reveal'; answer?: string }
  | { is: 'checklist'; items: string[]; checked: number[] }
  | { is: 'dialogue'; scene: string; found: number; of: number }
);

/** The exercises of a lesson with what was tried, and the ids of those that must still be tried. */
export async function exercisesOf(
  db: Db,
  { enrolment, edition }: LearningRecord,
  step: string,
  language: Language,
): Promise<{ exercises: ExerciseView[]; left: string[] }> {
  const exercises = edition.readings.get(step)?.exercises ?? [];
  const reading = readingIn(edition, step, language);
  if (exercises.length === 0) return { exercises: [], left: [] };
  const rows = new Map((await listTries(db, enrolment.id, step)).map((row) => [row.exercise, row]));
  const tried = new Set([...rows.values()].filter((row) => isTried(exercises, row)).map((row) => row.exercise));
  return {
    exercises: exercises.map((each) => viewOf(each, rows.get(each.id))),
    left: exercisesLeft(exercises, tried).map(({ id }) => id),
  };

  function viewOf(asked: Exercise, row: TryRow | undefined): ExerciseView {
    const { id, required } = asked;
    const stored: unknown = row && JSON.parse(row.last_answer);
    const head = { id, language: reading?.language ?? 'da', required, tries: row?.tries ?? 0 };
    if (asked.is === 'check') {
      const told = wordsIn(edition, asked.question, head.language);
      return { ...head, title: told.words.text, is: 'check', ...checkView(asked.question, told, row, stored) };
    }
    // A translation has the same exercises.
    const exercise = reading?.exercises.find((each) => each.id === id) ?? asked;
    switch (exercise.is) {
      case 'check':
        throw new Error(`The translation of "${id}" is another exercise.`);
      case 'reveal':
        return { ...head, title: exercise.ask, is: 'reveal', ...(row && { answer: exercise.answer }) };
      case 'checklist': {
        const checked = Checked.safeParse(stored).data?.checked ?? [];
        return { ...head, title: exercise.title, is: 'checklist', items: exercise.items, checked };
      }
      case 'dialogue': {
        const { dialogue, language: spoken } = dialogueIn(edition, id, language)!;
        const found = DialogueTried.safeParse(stored).data?.ends.length ?? 0;
        const { title, scene } = dialogue;
        return {
          ...head,
          language: spoken,
          tries: tried.has(id) ? head.tries : 0,
          title,
          is: 'dialogue',
          scene,
          found,
          of: endsOf(dialogue).length,
        };
      }
    }
  }

  function checkView(question: Question, told: Told, row: TryRow | undefined, stored: unknown) {
    const order = orderOf(enrolment.id, question);
    const answer = answerTo(question, stored);
    const view = {
      question: questionView(told.words, order),
      given: answer ? kindOf(question).toForm(question, order, answer) : [],
      toRead: whereToRead(enrolment.id, edition, question),
    };
    if (!row || !answer) return view;
    const whole = feedbackOf(question, answer, told);
    if (whole.verdict === 'right' || whole.verdict === 'noted') return { ...view, feedback: whole };
    return {
      ...view,
      feedback: withoutKey(whole),
      ...(told.words.hint && { hint: told.words.hint }),
      ...(row.tries > 1 && { answer: whole }),
    };
  }
}

/** A dialogue is tried when an end was reached, everything else when something was sent. */
function isTried(exercises: readonly Exercise[], row: TryRow): boolean {
  if (exercises.find(({ id }) => id === row.exercise)?.is !== 'dialogue') return true;
  return (DialogueTried.safeParse(JSON.parse(row.last_answer)).data?.ends.length ?? 0) > 0;
}
