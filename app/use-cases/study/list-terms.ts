import type { World } from '#app/platform/world.server.ts';
import { containsWords } from '#db/text-keys.ts';

export type TermShown = { id: string; term: string; other: string; means: string };

/** The words of the field that have what is looked for, in the order of the language; all of them for an empty text. */
export function listTerms(world: World, language: 'da' | 'en', find: string): TermShown[] {
  const other = language === 'da' ? 'en' : 'da';
  const inOrder = new Intl.Collator(language);
  return world.glossary
    .filter(({ term, means }) => find === '' || containsWords(`${term.da} ${term.en} ${means[language]}`, find))
    .map(({ id, term, means }) => ({ id, term: term[language], other: term[other], means: means[language] }))
    .sort((a, b) => inOrder.compare(a.term, b.term));
}
