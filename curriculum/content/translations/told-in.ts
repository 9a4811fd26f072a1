import type { Dialogue } from '#curriculum/content/dialogues/dialogue.ts';
import { headingIn } from '#curriculum/content/heading-in.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { Reading } from '#curriculum/content/parse-reading.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import type { Case, Question } from '#curriculum/quiz/question.ts';
import { inDanish, type Told } from '#curriculum/quiz/told.ts';

// What an edition has no English for is told in Danish; `language` says which it is.

/** The text of a step in the language of the reader. */
export const readingIn = ({ readings, english }: Edition, step: string, language: Language): Reading | undefined =>
  (language === 'en' ? english.readings.get(step) : undefined) ?? readings.get(step);

/** The words of a question in the language of the reader. */
export function wordsIn({ english }: Edition, question: Question, language: Language): Told {
  const words = language === 'en' ? english.questions.get(question.id) : undefined;
  return words ? { words, language } : inDanish(question);
}

/** The case of a question, which is translated where the question is. */
export const caseIn = ({ cases, english }: Edition, bank: string, { words, language }: Told): Case | undefined =>
  language === 'en' ? english.cases.get(`${bank}/${words.case}`) : cases.get(bank)?.find(({ id }) => id === words.case);

export function dialogueIn(
  { dialogues, english }: Edition,
  name: string,
  language: Language,
): { dialogue: Dialogue; language: Language } | undefined {
  const translated = language === 'en' ? english.dialogues.get(name) : undefined;
  const dialogue = translated ?? dialogues.get(name);
  return dialogue && { dialogue, language: translated ? language : 'da' };
}

/** The title of a section or heading in both languages. */
export function headingsIn(edition: Edition, step: string, id: string): { da: string; en: string } | undefined {
  const titleIn = (language: Language) => {
    const reading = readingIn(edition, step, language);
    return reading && headingIn(reading, id);
  };
  const da = titleIn('da');
  return da === undefined ? undefined : { da, en: titleIn('en') ?? da };
}
