import danish from './da/way.json';
import english from './en/way.json';
import { addWords } from './make-words.ts';

export const wayWords = { da: { way: danish }, en: { way: english } };

/** The words of My certificate come with its page. */
addWords(wayWords);
