import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawQuestions } from '#curriculum/quiz/draw-questions.ts';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { parseAnswer, parseDanishNumber } from '#curriculum/quiz/parse-answer.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import { questionView } from '#curriculum/quiz/question-view.ts';
import { neededToPass, scoreAnswer, scoreAttempt } from '#curriculum/quiz/score-answer.ts';

const base = { facts: ['m1-f01'], text: 'Hvad gør du?' };
const single = (id: string): Question => ({
  ...base,
  id,
  kind: 'single',
  options: ['a', 'b', 'c'].map((option) => ({
    id: option,
    text: `Svar ${option}`,
    correct: option === 'b',
    feedback: `Fordi ${option}`,
  })),
});
const multiple: Question = {
  ...base,
  id: 'm',
  kind: 'multiple',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, correct: id !== 'c', feedback: id })),
};
const numeric: Question = {
  ...base,
  id: 'n',
  kind: 'numeric',
  answer: 12.5,
  tolerance: 0.1,
  unit: 'pct.',
  feedback: { right: 'Ja', wrong: 'Nej' },
};
const short: Question = {
  ...base,
  id: 's',
  kind: 'short-text',
  accept: ['MitID Erhverv'],
  feedback: { right: 'Ja', wrong: 'Nej' },
};
const banks = new Map([
  ['x', Array.from({ length: 9 }, (_, at) => single(`x${at}`))],
  ['y', Array.from({ length: 5 }, (_, at) => single(`y${at}`))],
]);

describe('a draw', () => {
  const blueprint = fc
    .record({ x: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: 1, max: 5 }) })
    .map(({ x, y }) => [
      { bank: 'x', draw: x },
      { bank: 'y', draw: y },
    ]);
  test('takes as many from each bank as asked, none twice, and lays every option once', () => {
    fc.assert(
      fc.property(blueprint, fc.string(), (lines, seed) => {
        const items = drawQuestions(lines, banks, seed);
        for (const { bank, draw } of lines) expect(items.filter((item) => item.bank === bank)).toHaveLength(draw);
        expect(new Set(items.map(({ question }) => question)).size).toBe(items.length);
        expect(items.map(({ slot }) => slot)).toEqual(items.map((_, at) => at + 1));
        for (const { optionOrder } of items) expect([...optionOrder].sort()).toEqual(['a', 'b', 'c']);
      }),
    );
  });
  test('is the same from the same seed and another from another', () => {
    const lines = [{ bank: 'x', draw: 6 }];
    expect(drawQuestions(lines, banks, 'frø')).toEqual(drawQuestions(lines, banks, 'frø'));
    const seen = new Set(
      Array.from({ length: 20 }, (_, at) => JSON.stringify(drawQuestions(lines, banks, `frø ${at}`))),
    );
    expect(seen.size).toBeGreaterThan(15);
  });
  test('takes no question twice from a bank that is named twice, and lays options in many orders', () => {
    const items = drawQuestions(Array(3).fill({ bank: 'x', draw: 3 }), banks, 'frø');
    expect(new Set(items.map(({ question }) => question)).size).toBe(9);
    expect(new Set(items.map(({ optionOrder }) => optionOrder.join(''))).size).toBeGreaterThan(2);
  });
  test('refuses a bank that is too small', () =>
    expect(() => drawQuestions([{ bank: 'y', draw: 6 }], banks, 's')).toThrow(/cannot give 6/));
});

test('what the browser gets of a question never says what is right or why', () => {
  for (const question of [single('q'), multiple, numeric, short]) {
    const seen = JSON.stringify(questionView(question, ['c', 'a', 'b']));
    expect(seen).not.toMatch(/correct|feedback|accept|answer|tolerance|Fordi|12\.5|Erhverv/);
  }
});

test('no word of the key or the explanation is in what the browser gets, whatever the question', () => {
  const secret = fc.uuid().map((id) => `hemmelig-${id}`);
  const feedback = fc.record({ right: secret, wrong: secret });
  const options = fc
    .array(fc.record({ correct: fc.boolean(), feedback: secret }), { minLength: 2, maxLength: 5 })
    .map((each) => each.map((option, at) => ({ id: `o${at}`, text: `Svar ${at}`, ...option })));
  const question: fc.Arbitrary<Question> = fc.oneof(
    options.map((each): Question => ({ ...base, id: 'q', kind: 'single', options: each })),
    options.map((each): Question => ({ ...base, id: 'q', kind: 'multiple', options: each })),
    fc
      .record({ answer: fc.boolean(), feedback })
      .map((key): Question => ({ ...base, id: 'q', kind: 'true-false', ...key })),
    fc
      .record({ answer: fc.integer({ min: 10_000 }), tolerance: fc.integer({ min: 10_000 }), feedback })
      .map((key): Question => ({ ...base, id: 'q', kind: 'numeric', unit: 'trin', ...key })),
    fc
      .record({ accept: fc.array(secret, { minLength: 1 }), feedback })
      .map((key): Question => ({ ...base, id: 'q', kind: 'short-text', ...key })),
  );
  fc.assert(
    fc.property(question, (asked) => {
      const [item] = drawQuestions([{ bank: 'x', draw: 1 }], new Map([['x', [asked]]]), 'frø');
      const view = questionView(asked, item!.optionOrder);
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      expect(Object.keys(view).filter((key) => !['kind', 'text', 'options', 'unit'].includes(key))).toEqual([]);
      for (const option of view.options) expect(Object.keys(option)).toEqual(['id', 'text']);
      expect(JSON.stringify(view)).not.toMatch(/hemmelig|\d{5}/);
    }),
  );
});

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
    ['1,2,3', undefined],
    ['tolv', undefined],
    ['1.23.4', undefined],
  ])('%s is read as %s', (text, number) => expect(parseDanishNumber(text, 'pct.')).toBe(number));
  test('a number written as Danes do is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${new Intl.NumberFormat('da-DK').format(whole)},${String(cents).padStart(2, '0')}`;
        expect(parseDanishNumber(text)).toBeCloseTo(Number(`${whole}.${String(cents).padStart(2, '0')}`), 6);
      }),
    );
  });
  test('that cannot be one is refused by name', () => {
    expect(parseAnswer(single('q'), [])).toEqual({ ok: false, issue: 'empty' });
    expect(parseAnswer(single('q'), ['a', 'b'])).toEqual({ ok: false, issue: 'choose-one' });
    expect(parseAnswer(single('q'), ['z'])).toEqual({ ok: false, issue: 'not-an-option' });
    expect(parseAnswer(numeric, ['mange'])).toEqual({ ok: false, issue: 'not-a-number' });
    expect(parseAnswer(short, ['x'.repeat(201)])).toEqual({ ok: false, issue: 'too-long' });
    expect(parseAnswer(numeric, ['9'.repeat(400)])).toEqual({ ok: false, issue: 'too-long' });
  });
});

test('whatever a form sends, the answer is stored and read back as it was', () => {
  const sent = fc.array(
    fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,]{0,250}$/), fc.constantFrom('a', 'c', 'true')),
  );
  fc.assert(
    fc.property(fc.constantFrom(single('q'), multiple, numeric, short), sent, (question, raw) => {
      const parsed = parseAnswer(question, raw);
      if (!parsed.ok) return;
      expect(JSON.parse(JSON.stringify(parsed.answer))).toEqual(parsed.answer);
      expect([0, 1]).toContain(scoreAnswer(question, parsed.answer));
    }),
  );
});

describe('a score', () => {
  test('several choices count only as a whole', () => {
    const of = (chosen: string[]) => scoreAnswer(multiple, { chosen });
    expect([of(['a', 'b']), of(['a']), of(['a', 'b', 'c']), of([])]).toEqual([1, 0, 0, 0]);
  });
  test('a number within the tolerance is right', () => {
    const of = (number: number) => scoreAnswer(numeric, { number });
    expect([of(12.5), of(12.6), of(12.4), of(12.61)]).toEqual([1, 1, 1, 0]);
    const exact: Question = { ...numeric, kind: 'numeric', answer: 12, tolerance: 0 };
    expect([scoreAnswer(exact, { number: 12 }), scoreAnswer(exact, { number: 12.01 })]).toEqual([1, 0]);
  });
  test('case, spaces and a full stop do not decide a text', () => {
    const of = (text: string) => scoreAnswer(short, { text });
    expect([of('mitid  ERHVERV.'), of('MitID Erhverv,'), of('MitID'), of('')]).toEqual([1, 1, 0, 0]);
  });
  test('an answer missing is not right, and the share lies between nothing and all', () => {
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
  test('the bar is a whole number of right answers, and passing is the same as reaching it', () => {
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
    right: false,
    options: ['a', 'b', 'c'].map((id) => ({
      text: `Svar ${id}`,
      chosen: id === 'a',
      correct: id === 'b',
      feedback: `Fordi ${id}`,
    })),
  });
  expect(feedbackOf(numeric, { number: 12.5 }).said).toEqual({ answer: '12,5', expected: '12,5 pct.', feedback: 'Ja' });
});
