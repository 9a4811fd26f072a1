import danish from './da/offline.json';
import english from './en/offline.json';
import { addWords } from './make-words.ts';

export const offlineWords = { da: { offline: danish }, en: { offline: english } };

/** The words of what works without a network come with its script and its page, after everything else. */
addWords(offlineWords);
