import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '#curriculum/plain-text.ts';

test.each([
  ['a zero-width space', 'bib.example\u200b', 'bib.example'],
  ['a sign that turns the direction', 'Anna \u202eletnaG', 'Anna letnaG'],
  ['isolates and marks of direction', '\u2067Anna\u2069\u200f', 'Anna'],
  ['a soft hyphen and a byte order mark', 'biblio\u00adtek\ufeff', 'bibliotek'],
  ['control signs of both sets', 'a\u0000b\u0007c\u0085d', 'abcd'],
  ['half of a letter', 'a\ud800b', 'ab'],
  ['an accent that stands on nothing', '\u0301Anna \u0308\u0301Eksempel', 'Anna Eksempel'],
  ['a joiner between letters', 'An\u200dna', 'Anna'],
])('%s is taken out', (_, written, kept) => {
  expect(plainText(written)).toBe(kept);
});

test.each([
  ['line breaks and tabs', 'en\n\tto'],
  ['an accent on its letter', 'Rene\u0301'],
  ['a teacher as an emoji, with skin and joint', 'Godt 👩🏽‍🏫 ❤️'],
])('%s stay', (_, written) => {
  expect(plainText(written)).toBe(written);
});

test('line breaks of all systems are one kind', () => {
  expect(plainText('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
});

test('whatever was written, nothing unseen is left, and a second time changes nothing', () => {
  const sign = fc.oneof(
    fc.constantFrom('\u200b', '\u200d', '\u202e', '\ufe0f', '\u0301', '\u0000', '\r', '\n', ' ', 'a', '👩', '🏫', '❤'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const kept = plainText(signs.join(''));
      expect(kept).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069\u00ad]/);
      expect(kept).not.toMatch(/(^|\s)\p{M}/u);
      expect(plainText(kept)).toBe(kept);
    }),
  );
});
