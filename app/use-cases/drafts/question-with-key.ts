import type { Edition } from '#curriculum/content/edition.ts';
import { caseIn, wordsIn } from '#curriculum/content/translations/told-in.ts';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import type { Question } from '#curriculum/quiz/question.ts';

type Words = { da: string; en: string };
/** A question as a reviewer reads it: all that its file says. */
export type QuestionWithKey = {
  id: string;
  kind: Question['kind'];
  language: Language;
  text: string;
  case?: { title: string; text: string };
  options: { text: string; correct: boolean; feedback: string }[];
  /** The right answer, where there are no options. */
  expected?: string;
  /** All that is taken for right, where words are typed. */
  accept: readonly string[];
  /** Its parts with what belongs to each. */
  parts: { text: string; expected: string }[];
  feedback?: { right: string; partly?: string; wrong: string };
  hint?: string;
  goal?: Words;
  level?: Words;
  /** Where a question of a bank may be asked; a check of a lesson is asked there alone. */
  use?: 'practice' | 'test' | 'both';
  facts: readonly string[];
};

/** A question of an edition with its key and its feedback, in the language asked for where it has it. */
export function questionWithKey(
  edition: Edition,
  question: Question,
  { bank, language }: { bank?: string; language: Language },
): QuestionWithKey {
  const told = wordsIn(edition, question, language);
  const { words } = told;
  const key = feedbackOf(question, undefined, told);
  const about = bank === undefined ? undefined : caseIn(edition, bank, told);
  const goal = edition.course.goals?.find(({ id }) => id === question.goal);
  const level = edition.course.levels?.find(({ id }) => id === question.level);
  return {
    id: question.id,
    kind: question.kind,
    language: told.language,
    text: words.text,
    ...(about && { case: { title: about.title, text: about.text } }),
    options: key.options.map(({ text, correct, feedback }) => ({ text, correct, feedback })),
    ...(key.said?.expected !== undefined && { expected: key.said.expected }),
    accept: 'accept' in words ? words.accept : [],
    parts: (key.parts?.each ?? []).map(({ text, expected = '' }) => ({ text, expected })),
    ...('feedback' in words && { feedback: words.feedback }),
    ...(words.hint && { hint: words.hint }),
    ...(goal && { goal: goal.title }),
    ...(level && { level: level.title }),
    ...(bank !== undefined && { use: question.use ?? 'both' }),
    facts: question.facts ?? [],
  };
}
