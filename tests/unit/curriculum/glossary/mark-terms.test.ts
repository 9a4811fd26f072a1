import { expect, test } from 'vitest';
import { markTerms, termsMarked } from '#curriculum/glossary/mark-terms.ts';

const glossary = [
  { id: 'fuldmagt', term: { da: 'fuldmagt', en: 'power of attorney' }, means: { da: 'Lov til …', en: 'Leave to …' } },
];
const html = '<p>En <span data-term="fuldmagt">fuldmagten</span> og <span data-term="andet">noget</span>.</p>';

test('a word of the glossary opens its meaning, and a word that is not in it stays plain', () => {
  const { html: marked, terms } = markTerms(html, glossary);
  expect(marked).toBe(
    '<p>En <button type="button" class="term" popovertarget="term-fuldmagt">fuldmagten</button> og noget.</p>',
  );
  expect(terms).toEqual(glossary);
});

test('the words that a text marks are found as its file names them', () =>
  expect(termsMarked(html)).toEqual(['fuldmagt', 'andet']));
