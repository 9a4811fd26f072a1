import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from '#curriculum/content/excerpt-of.ts';
import { textOfHtml } from '#curriculum/content/text-of-html.ts';

test('the words of a text stand without marks, notes and entities', () =>
  expect(textOfHtml('<p>Lad borgeren <em>selv</em>.<sup id="x"><a>1</a></sup> Så &#x26; så&nbsp;&lt;her&gt;</p>')).toBe(
    'Lad borgeren selv. Så & så <her>',
  ));

test('an excerpt has whole words around what was found, and says where words are left out', () => {
  const text = `${'ord '.repeat(60)}passagersyndrom ${'mere '.repeat(60)}`.trim();
  const excerpt = excerptOf(text, 'Passager');
  expect(excerpt).toContain('passagersyndrom');
  expect(excerpt).toMatch(/^… ord .* …$/);
  expect(excerptOf('Kort tekst', 'findes ikke')).toBe('Kort tekst');
});

test('an excerpt is a part of its text and not longer than a few lines', () => {
  const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,12}$/), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(words, fc.stringMatching(/^[a-zæøå]{2,6}$/), (all, find) => {
      const text = all.join(' ');
      const shown = excerptOf(text, find).replace(/^… | …$/g, '');
      expect(text).toContain(shown);
      expect(shown.length).toBeLessThanOrEqual(181);
    }),
  );
});
