import danishHelp from './da/help.json';
import englishHelp from './en/help.json';
import { addWords } from './make-words.ts';

export const informationWords = { da: { help: danishHelp }, en: { help: englishHelp } };

/** The texts of the help, privacy, accessibility and contact pages come with those pages; nobody else fetches them. */
addWords(informationWords);
