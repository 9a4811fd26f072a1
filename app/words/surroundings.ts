import danishSurroundings from './da/surroundings.json';
import englishSurroundings from './en/surroundings.json';
import { addWords } from './make-words.ts';

export const surroundingsWords = {
  da: { surroundings: danishSurroundings },
  en: { surroundings: englishSurroundings },
};

/** The words of the pages about the world around the libraries come with those pages. */
addWords(surroundingsWords);
