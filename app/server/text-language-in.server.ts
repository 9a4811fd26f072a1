import type { Language } from '#app/words/make-words.ts';

/** The language in which a text is asked for: that of the address, or else that of the page. */
export function textLanguageIn(request: Request, language: Language): Language {
  const asked = new URL(request.url).searchParams.get('in');
  return asked === 'da' || asked === 'en' ? asked : language;
}
