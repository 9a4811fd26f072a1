import danishPublicHelp from './da/public-help.json';
import englishPublicHelp from './en/public-help.json';
import { addWords } from './make-words.ts';

export const publicHelpWords = {
  da: { 'public-help': danishPublicHelp },
  en: { 'public-help': englishPublicHelp },
};

/** The words of the public pages about help and open data come with those pages. */
addWords(publicHelpWords);
