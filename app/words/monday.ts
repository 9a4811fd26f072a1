import danishMonday from './da/monday.json';
import englishMonday from './en/monday.json';
import { addWords } from './make-words.ts';

export const mondayWords = { da: { monday: danishMonday }, en: { monday: englishMonday } };

/** The words of the Monday page come with it. */
addWords(mondayWords);
