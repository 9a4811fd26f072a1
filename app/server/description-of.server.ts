import danish from '#app/words/da/description.json';
import english from '#app/words/en/description.json';
import type { Language } from '#app/words/make-words.ts';

const pages = Object.keys(danish) as (keyof typeof danish)[];
const plain = new Map(
  pages.filter((page) => !page.includes(':')).map((page) => [`/${page === '/' ? '' : page}`, page]),
);
const patterns = pages
  .filter((page) => page.includes(':'))
  .map((page) => ({ page, pattern: new RegExp(`^/${page.replace(/:\w+/g, '[^/]+')}$`) }));

/** What a search engine says about the page at this address; nothing about an address without a page. */
export function descriptionOf(path: string, language: Language): string | undefined {
  const page = plain.get(path) ?? patterns.find(({ pattern }) => pattern.test(path))?.page;
  return page && (language === 'en' ? english : danish)[page];
}
