import danish from './da/catalogue.json';
import english from './en/catalogue.json';
import { addWords } from './make-words.ts';

export const catalogueWords = { da: { catalogue: danish }, en: { catalogue: english } };

/** The words of the catalogue of courses come with its pages. */
addWords(catalogueWords);
