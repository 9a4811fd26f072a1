import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDanishNumber } from '#curriculum/quiz/kinds/numeric.ts';
import { parseAnswer } from '#curriculum/quiz/parse-answer.ts';
import type { Answer, Question } from '#curriculum/quiz/question.ts';
import { scoreAnswer } from '#curriculum/quiz/score-answer.ts';
import { multiple, numeric, short, single, trueFalse } from './questions.ts';

// The options were drawn in the order b, c, a, so the first place is option b.
const parse = (question: Question, sent: string[]) => parseAnswer(question, ['b', 'c', 'a'], sent);

describe('an answer', () => {
  test.each([
    ['12,5', 12.5],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['1234.5', 1234.5],
    [' 80 % ', 80],
    ['12,5 pct.', 12.5],
    ['80 pct', 80],
    ['80 procent', 80],
    ['5.000 kroner', 5000],
    ['5.000,-', 5000],
    ['1 234,5', 1234.5],
    ['-3', -3],
    ['-0', 0],
    ['−3', -3],
    ['12 PCT.', 12],
    ['80 Procent', 80],
    ['1\u00a0234,5', 1234.5],
    ['12.50', 12.5],
    ['1.23', 1.23],
    ['500 kr.', 500],
    ['0.125', 0.125],
    ['-0.125', -0.125],
    ['0,125', 0.125],
    ['0.125.000', undefined],
    ['\u20113', -3],
    ['\u20133', -3],
    ['12\u200b,5', 12.5],
    ['1\u202f234,5', 1234.5],
    ['»80«', 80],
    ['1.000.000', 1000000],
    ['', undefined],
    ['pct.', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['1,2,3', undefined],
    ['tolv', undefined],
    ['1.23.4', undefined],
  ])('is read from %s as %s', (text, number) => expect(parseDanishNumber(text, 'pct.')).toBe(number));
  test('is read back if it is a number in Danish notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${new Intl.NumberFormat('da-DK').format(whole)},${String(cents).padStart(2, '0')}`;
        expect(parseDanishNumber(text)).toBeCloseTo(Number(`${whole}.${String(cents).padStart(2, '0')}`), 6);
      }),
    );
  });
  test('that cannot be one is refused with the reason', () => {
    expect(parse(single('q'), [])).toEqual({ ok: false, issue: 'empty' });
    expect(parse(single('q'), ['1', '2'])).toEqual({ ok: false, issue: 'choose-one' });
    expect(parse(single('q'), ['4'])).toEqual({ ok: false, issue: 'not-an-option' });
    expect(parse(single('q'), ['z'])).toEqual({ ok: false, issue: 'not-an-option' });
    expect(parse(numeric, ['mange'])).toEqual({ ok: false, issue: 'not-a-number' });
    expect(parse(trueFalse(true), ['måske'])).toEqual({ ok: false, issue: 'not-an-option' });
    expect(parse(trueFalse(true), ['true', 'false'])).toEqual({ ok: false, issue: 'choose-one' });
    expect(parse(multiple, ['1', '0'])).toEqual({ ok: false, issue: 'not-an-option' });
    expect(parse(short, ['x'.repeat(200)])).toMatchObject({ ok: true });
    expect(parse(short, ['x'.repeat(201)])).toEqual({ ok: false, issue: 'too-long' });
    expect(parse(numeric, ['9'.repeat(400)])).toEqual({ ok: false, issue: 'too-long' });
  });
});

test.each<[string, Question, string[], Answer]>([
  ['one choice', single('q'), ['1'], { chosen: ['b'] }],
  ['one choice from a page that still named the options as the file does', single('q'), ['b'], { chosen: ['b'] }],
  ['several choices, each once, in the order of the file', multiple, ['2', '3', '2', ''], { chosen: ['a', 'c'] }],
  ['right', trueFalse(true), ['true'], { said: true }],
  ['wrong', trueFalse(true), ['false'], { said: false }],
  ['a number', numeric, ['12,5 pct.'], { number: 12.5 }],
  ['a text, without the space round it and in one spelling', short, [' Bla\u030abær '], { text: 'Bl\u00e5bær' }],
])('an answer of %s is read', (_, question, raw, answer) => expect(parse(question, raw)).toEqual({ ok: true, answer }));

test('an answer is stored and read back unchanged, whatever a form sends', () => {
  const sent = fc.array(
    fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,]{0,250}$/), fc.constantFrom('1', '3', 'true')),
  );
  fc.assert(
    fc.property(fc.constantFrom(single('q'), multiple, numeric, short), sent, (question, raw) => {
      const parsed = parse(question, raw);
      if (!parsed.ok) return;
      expect(JSON.parse(JSON.stringify(parsed.answer))).toEqual(parsed.answer);
      expect([0, 1]).toContain(scoreAnswer(question, parsed.answer));
    }),
  );
});
