import danishPublic from './da/public.json';
import englishPublic from './en/public.json';
import { addWords } from './make-words.ts';

export const publicWords = { da: { public: danishPublic }, en: { public: englishPublic } };

/** The words of the pages that anybody sees, signing in among them; whoever is signed in hardly fetches them. */
addWords(publicWords);
