import danish from './da/study.json';
import english from './en/study.json';
import { addWords } from './make-words.ts';

export const studyWords = { da: { study: danish }, en: { study: english } };

/** The words of the glossary, of own notes and of letters come with the pages that show them. */
addWords(studyWords);
