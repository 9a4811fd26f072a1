import type { FlatNamespace, TFunction } from 'i18next';
import type { Language } from '#app/words/make-words.ts';
import { wordsIn } from '#app/words/words.server.ts';

/** The translator of one namespace in the language of the request. */
export function translator<Ns extends FlatNamespace>(
  { language }: { language: Language },
  namespace: Ns,
): TFunction<Ns> {
  return wordsIn(language).getFixedT(null, namespace);
}
