import type { i18n } from 'i18next';
import { words as danish } from './da.ts';
import { words as english } from './en.ts';
import { type Language, makeWords } from './make-words.ts';

const instances: Record<Language, i18n> = { da: makeWords('da', danish), en: makeWords('en', english) };

/** The words of one language, made once for the whole server. */
export function wordsIn(language: Language): i18n {
  return instances[language];
}
