import danishPractice from './da/practice.json';
import englishPractice from './en/practice.json';
import { addWords } from './make-words.ts';

export const practiceWords = { da: { practice: danishPractice }, en: { practice: englishPractice } };

/** The words of practice come with its pages. */
addWords(practiceWords);
