import danish from './da/rating.json';
import english from './en/rating.json';
import { addWords } from './make-words.ts';

export const ratingWords = { da: { rating: danish }, en: { rating: english } };

/** The words for rating a step come with the pages that ask and tell. */
addWords(ratingWords);
