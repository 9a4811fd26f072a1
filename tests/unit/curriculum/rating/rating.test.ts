import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestWords, parseRating } from '#curriculum/rating/rating.ts';
import { enoughRatings, ratingFigures } from '#curriculum/rating/rating-figures.ts';

const rated = (...scores: number[]) => scores.map((score) => ({ score, words: '' }));

test('a leader sees nothing of fewer than five ratings', () => {
  expect(ratingFigures(rated(5, 5, 5, 1))).toBeUndefined();
  expect(ratingFigures([])).toBeUndefined();
});

test('five ratings have a mean, a spread over all scores, and their words in the order of the alphabet', () => {
  const words = ['Åh', 'God', '', 'Lang', 'And'];
  const found = ratingFigures(rated(1, 4, 4, 5, 5).map((each, at) => ({ ...each, words: words[at]! })));
  expect(found).toEqual({ count: 5, mean: 3.8, spread: [1, 0, 0, 2, 2], words: ['And', 'God', 'Lang', 'Åh'] });
});

test('the spread always adds up to the count, and the mean lies on the scale', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: enoughRatings }), (scores) => {
      const { count, mean, spread } = ratingFigures(rated(...scores))!;
      expect(spread.reduce((sum, each) => sum + each, 0)).toBe(count);
      expect(mean).toBeGreaterThanOrEqual(1);
      expect(mean).toBeLessThanOrEqual(5);
    }),
  );
});

test('a rating needs a score from 1 to 5; the words are optional and short', () => {
  expect(parseRating({ score: '4', words: '  God \n træning ' })).toEqual({
    ok: true,
    rating: { score: 4, words: 'God træning' },
  });
  expect(parseRating({ score: '5', words: '' })).toMatchObject({ ok: true });
  for (const score of ['', '0', '6', '4.5', 'x'])
    expect(parseRating({ score, words: '' })).toEqual({ ok: false, issue: { is: 'no-score' } });
  expect(parseRating({ score: '3', words: 'x'.repeat(longestWords + 1) })).toMatchObject({ issue: { is: 'too-long' } });
});

test('a rating that names a citizen by number or address is refused', () => {
  expect(parseRating({ score: '3', words: 'Borgeren 010190-1234 sagde' })).toEqual({
    ok: false,
    issue: { is: 'personal', what: 'cpr' },
  });
});
