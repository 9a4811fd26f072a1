import type { i18n } from 'i18next';
import danishMail from './da/mail.json';
import { words as danish } from './da.ts';
import englishMail from './en/mail.json';
import { words as english } from './en.ts';
import { type Language, makeWords } from './make-words.ts';
import { staffWords } from './staff.ts';

// Mail is written here alone; its words never travel to the browser.
const instances: Record<Language, i18n> = {
  da: makeWords('da', { ...danish, ...staffWords.da, mail: danishMail }),
  en: makeWords('en', { ...english, ...staffWords.en, mail: englishMail }),
};

/** The words of one language, made once for the whole server. */
export function wordsIn(language: Language): i18n {
  return instances[language];
}
