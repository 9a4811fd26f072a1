import danishRollout from './da/rollout.json';
import englishRollout from './en/rollout.json';
import { addWords } from './make-words.ts';

export const rolloutWords = { da: { rollout: danishRollout }, en: { rollout: englishRollout } };

/** The words of the pages about the rollout come with those pages; nobody else fetches them. */
addWords(rolloutWords);
