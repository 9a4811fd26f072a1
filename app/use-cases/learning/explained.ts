import type { Section } from '#curriculum/content/parse-reading.ts';
import { markTerms } from '#curriculum/glossary/mark-terms.ts';
import type { Glossary, Term } from '#curriculum/glossary/parse-glossary.ts';

/** The sections of a text with its words of the glossary marked, and the terms that it uses. */
export function explained(sections: readonly Section[], glossary: Glossary): { sections: Section[]; terms: Term[] } {
  const terms = new Set<Term>();
  const marked = sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) => {
      if (!('html' in part)) return part;
      const { html, terms: used } = markTerms(part.html, glossary);
      for (const term of used) terms.add(term);
      return { ...part, html };
    }),
  }));
  return { sections: marked, terms: [...terms] };
}
