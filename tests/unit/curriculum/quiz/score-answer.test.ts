import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Answer, Question } from '#curriculum/quiz/question.ts';
import { neededToPass, scoreAnswer, scoreAttempt } from '#curriculum/quiz/score-answer.ts';
import { multiple, numeric, short, single, trueFalse } from './questions.ts';

describe('a score', () => {
  test('counts several choices only as a whole', () => {
    const of = (chosen: string[]) => scoreAnswer(multiple, { chosen });
    expect([of(['a', 'b']), of(['a']), of(['a', 'b', 'c']), of([])]).toEqual([1, 0, 0, 0]);
  });
  test('counts a number within the tolerance as right', () => {
    const of = (number: number) => scoreAnswer(numeric, { number });
    expect([of(12.5), of(12.6), of(12.4), of(12.61)]).toEqual([1, 1, 1, 0]);
    const exact: Question = { ...numeric, answer: 12, tolerance: 0 };
    expect([scoreAnswer(exact, { number: 12 }), scoreAnswer(exact, { number: 12.01 })]).toEqual([1, 0]);
  });
  test('ignores case, spaces and a full stop in a text', () => {
    const of = (text: string) => scoreAnswer(short, { text });
    expect([of('mitid  ERHVERV.'), of('MitID Erhverv,'), of('MitID'), of('')]).toEqual([1, 1, 0, 0]);
  });
  test('counts true or false as right if the key says so', () => {
    for (const key of [true, false])
      for (const said of [true, false]) expect(scoreAnswer(trueFalse(key), { said })).toBe(key === said ? 1 : 0);
  });
  test('includes the edge of a tolerance, whatever rounding does in binary', () => {
    for (const [answer, tolerance] of [
      [0.7, 0.1],
      [8.1, 0.3],
      [100.1, 0.2],
    ] as const) {
      const question: Question = { ...numeric, answer, tolerance };
      const of = (text: string) => scoreAnswer(question, { number: Number(text) });
      const edge = (answer + tolerance).toFixed(1);
      expect([of(edge), of((answer - tolerance).toFixed(1)), of(`${edge}1`)]).toEqual([1, 1, 0]);
    }
  });
  test.each([
    [
      'e-Boks',
      [
        'e\u2011Boks',
        'e\u2013Boks',
        'e\u2212boks',
        '"e-Boks"',
        '»e-Boks«',
        '\u201ee-Boks\u201c.',
        '\u200be-Boks\ufeff',
      ],
    ],
    ["borger's", ['borger\u2019s', 'borger\u00b4s', '\u2018borger\u02bcs\u2019', '\u201cborger\u2019s\u201d']],
    ['fuldmagt', ['fuld\u00admagt', 'fuldmagt\u200b', '"fuldmagt"', 'fuldmagt\u2026']],
  ])('does not depend on how the signs of %s are drawn', (accepted, answers) => {
    const question: Question = { ...short, accept: [accepted] };
    expect(answers.filter((text) => scoreAnswer(question, { text }) === 0)).toEqual([]);
    for (const other of ['eBoks', 'borgers', 'fuld magt']) expect(scoreAnswer(question, { text: other })).toBe(0);
  });
  test('accepts any of the accepted texts, however its letters are encoded', () => {
    const either: Question = { ...short, accept: ['Blåbær', 'MitID'] };
    const of = (text: string) => scoreAnswer(either, { text });
    expect([of('mitid'), of('blåbær'), of('BLA\u030aBÆR!'), of('blabær')]).toEqual([1, 1, 1, 0]);
  });
  test('counts an answer of another kind as wrong', () => {
    for (const question of [single('q'), multiple, trueFalse(false), numeric, short])
      for (const answer of [{ chosen: [] }, { said: true }, { number: 0 }, { text: '' }])
        expect(scoreAnswer(question, answer)).toBe(0);
  });
  test('counts a missing answer as wrong, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', undefined), { minLength: 1, maxLength: 20 }), (chosen) => {
        const result = scoreAttempt(
          chosen.map((_, at) => single(`q${at}`)),
          chosen.map((id) => (id ? { chosen: [id] } : undefined)),
        );
        expect(result.right).toBe(chosen.filter((id) => id === 'b').length);
        expect(result.score).toBe(result.right / chosen.length);
      }),
    );
  });
  test('is enough if it reaches the whole number of right answers that the pass mark requires', () => {
    expect([neededToPass(20, 0.8), neededToPass(12, 0.8), neededToPass(6, 0.8), neededToPass(10, 0.7)]).toEqual([
      16, 10, 5, 7,
    ]);
    for (let of = 1; of <= 60; of++)
      for (let percent = 1; percent <= 100; percent++)
        expect(neededToPass(of, percent / 100), `${percent} % of ${of}`).toBe(Math.ceil((of * percent) / 100));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100 }), fc.nat(60), (of, percent, n) => {
        const right = Math.min(n, of);
        expect(right / of >= percent / 100).toBe(right >= neededToPass(of, percent / 100));
      }),
    );
  });
});

test('the explanation shows every option with what was chosen, what is right, and why', () => {
  expect(feedbackOf(single('q'), { chosen: ['a'] })).toEqual({
    verdict: 'wrong',
    options: ['a', 'b', 'c'].map((id) => ({
      text: `Svar ${id}`,
      chosen: id === 'a',
      correct: id === 'b',
      feedback: `Fordi ${id}`,
    })),
  });
  const said = (question: Question, answer?: Answer) => feedbackOf(question, answer).said;
  expect(said(numeric, { number: 12.5 })).toEqual({ answer: '12,5', expected: '12,5 pct.', feedback: 'Ja' });
  expect(said(trueFalse(false), { said: true })).toEqual({ answer: 'Rigtigt', expected: 'Forkert', feedback: 'Nej' });
  expect(said(trueFalse(true), { said: false })).toEqual({ answer: 'Forkert', expected: 'Rigtigt', feedback: 'Nej' });
  const either: Question = { ...short, accept: ['MitID Erhverv', 'MitID'] };
  expect(said(either, { text: 'mitid' })).toEqual({ answer: 'mitid', expected: 'MitID Erhverv', feedback: 'Ja' });
  expect(said(either)).toEqual({ answer: '', expected: 'MitID Erhverv', feedback: 'Nej' });
});
