import type { Language } from '#app/words/make-words.ts';
import { wordsIn } from '#app/words/words.server.ts';

/** The translator of one namespace in the language of the request. */
export function translator({ language }: { language: Language }, namespace: string) {
  return wordsIn(language).getFixedT(null, namespace);
}
