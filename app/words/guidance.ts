import danishGuidance from './da/guidance.json';
import englishGuidance from './en/guidance.json';
import { addWords } from './make-words.ts';

export const guidanceWords = { da: { guidance: danishGuidance }, en: { guidance: englishGuidance } };

/** The words of the guidance log come with its pages; a lesson never fetches them. */
addWords(guidanceWords);
