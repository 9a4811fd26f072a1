import danishHelpPoints from './da/help-points.json';
import englishHelpPoints from './en/help-points.json';
import { addWords } from './make-words.ts';

export const helpPointWords = {
  da: { 'help-points': danishHelpPoints },
  en: { 'help-points': englishHelpPoints },
};

/** The words of the pages where libraries say what they help with come with those pages. */
addWords(helpPointWords);
