import { type Glossary, type Term, termNamed } from './parse-glossary.ts';

const mark = /<span data-term="([^"]*)">(.*?)<\/span>/g;

/** The words of the glossary that a text marks, as its file names them. */
export const termsMarked = (html: string): string[] => [...html.matchAll(mark)].map(([, words]) => words!);

/**
 * A text whose marked words open their meaning, by the browser's own popover, so without JavaScript too; and the terms that it
 * uses. A word that the glossary does not have stays plain.
 */
export function markTerms(html: string, glossary: Glossary): { html: string; terms: Term[] } {
  const terms = new Set<Term>();
  const marked = html.replace(mark, (_, words: string, shown: string) => {
    const term = termNamed(glossary, words);
    if (!term) return shown;
    terms.add(term);
    return `<button type="button" class="term" popovertarget="term-${term.id}">${shown}</button>`;
  });
  return { html: marked, terms: [...terms] };
}
