import type { Language } from '#app/words/make-words.ts';

/** The language requested in the address, otherwise the one chosen earlier, otherwise Danish. */
export function languageOf(asked: unknown, chosen: string | undefined): Language {
  const wanted = asked ?? chosen;
  return wanted === 'en' ? 'en' : 'da';
}
