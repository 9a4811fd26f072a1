import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsText } from '#curriculum/contains-text.ts';

const word = fc.string({ unit: fc.constantFrom(...'aåæøé bZ9-'), maxLength: 12 });

test('a text contains each part of itself, in capitals and small letters, and with aa written for å', () => {
  fc.assert(
    fc.property(word, word, word, (before, part, after) => {
      const text = `${before}${part}${after}`;
      for (const find of [part, part.toUpperCase(), part.normalize('NFD'), part.replaceAll('å', 'aa')])
        expect(containsText(text, find)).toBe(true);
    }),
  );
});

test('a text does not contain what is spelt with another letter', () => {
  expect(containsText('Århus', 'ørhus')).toBe(false);
  expect(containsText('Aarhus', 'ahus')).toBe(false);
});
