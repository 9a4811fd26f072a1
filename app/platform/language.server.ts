import type { Language } from '#app/words/make-words.ts';

/** The language asked for in the address, else the one chosen before, else Danish. */
export function languageOf(asked: unknown, chosen: string | undefined): Language {
  const wanted = asked ?? chosen;
  return wanted === 'en' ? 'en' : 'da';
}
