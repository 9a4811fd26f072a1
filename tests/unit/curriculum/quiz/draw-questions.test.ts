import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawQuestions, repeatedIn } from '#curriculum/quiz/draw-questions.ts';
import { shuffled } from '#curriculum/quiz/lay-out.ts';
import { mayDraw, narrowFirst } from '#curriculum/quiz/may-draw.ts';
import { questionView } from '#curriculum/quiz/question-view.ts';
import { randomFrom } from '#curriculum/random-from.ts';
import { multiple, numeric, short, single, trueFalse } from './questions.ts';

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
  test('takes the wanted number from each bank, no question twice, and every option once', () => {
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
  test('is the same from the same seed and differs with another seed', () => {
    const lines = [{ bank: 'x', draw: 6 }];
    expect(drawQuestions(lines, banks, 'frø')).toEqual(drawQuestions(lines, banks, 'frø'));
    const seen = new Set(
      Array.from({ length: 20 }, (_, at) => JSON.stringify(drawQuestions(lines, banks, `frø ${at}`))),
    );
    expect(seen.size).toBeGreaterThan(15);
  });
  test('takes no question twice from a bank that is named twice, and shuffles the options', () => {
    const items = drawQuestions(Array(3).fill({ bank: 'x', draw: 3 }), banks, 'frø');
    expect(new Set(items.map(({ question }) => question)).size).toBe(9);
    expect(new Set(items.map(({ optionOrder }) => optionOrder.join(''))).size).toBeGreaterThan(2);
  });
  test('reaches every question of a bank, in every position, and mixes the banks', () => {
    const draws = Array.from({ length: 300 }, (_, at) =>
      drawQuestions(
        [
          { bank: 'x', draw: 2 },
          { bank: 'y', draw: 2 },
        ],
        banks,
        `frø ${at}`,
      ),
    );
    const firsts = draws.map(([item]) => item!.question);
    expect(new Set(firsts).size).toBe(14);
    expect(new Set(draws.map((items) => items.map(({ bank }) => bank).join(''))).size).toBe(6);
    for (const at of [0, 1, 2]) expect(new Set(draws.map(([item]) => item!.optionOrder[at])).size).toBe(3);
  });
  test('keeps true before false, and has no options for a number or a text', () => {
    const kinds = new Map([['k', [trueFalse(true), numeric, short]]]);
    for (let at = 0; at < 20; at++) {
      const items = drawQuestions([{ bank: 'k', draw: 3 }], kinds, `frø ${at}`);
      const order = (id: string) => items.find(({ question }) => question === id)!.optionOrder;
      expect([order('t'), order('n'), order('s')]).toEqual([['true', 'false'], [], []]);
    }
  });
  test('refuses a bank that is too small', () =>
    expect(() => drawQuestions([{ bank: 'y', draw: 6 }], banks, 's')).toThrow(/cannot give 6/));
});

describe('a draw by goal and level', () => {
  const question = (id: string, goal: string, level: string, use: 'practice' | 'test' | 'both') => ({
    ...single(id),
    goal,
    level,
    use,
  });
  const bank = Array.from({ length: 40 }, (_, at) =>
    question(
      `q${at}`,
      at % 2 ? 'ulige' : 'lige',
      at % 4 < 2 ? 'huske' : 'bruge',
      at < 8 ? 'practice' : at < 20 ? 'test' : 'both',
    ),
  );
  const all = new Map([['b', bank]]);
  const blueprint = [
    { bank: 'b', draw: 3 },
    { bank: 'b', draw: 2, goal: 'lige' },
    { bank: 'b', draw: 2, goal: 'ulige', level: 'bruge' },
    { bank: 'b', draw: 1, level: 'huske' },
  ];
  const found = (items: readonly { question: string }[]) =>
    items.map((item) => bank.find(({ id }) => id === item.question)!);

  test('takes what each line asks for, and never a question that is only for practice', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = found(drawQuestions(blueprint, all, seed));
        expect(drawn).toHaveLength(8);
        expect(drawn.some(({ use }) => use === 'practice')).toBe(false);
        expect(drawn.filter(({ goal }) => goal === 'lige').length).toBeGreaterThanOrEqual(2);
        expect(drawn.filter(({ goal, level }) => goal === 'ulige' && level === 'bruge').length).toBeGreaterThanOrEqual(
          2,
        );
      }),
    );
  });

  test('repeats nothing while the bank allows, and the least seen when it does not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(39), { maxLength: 60 }), fc.string(), (before, seed) => {
        const seen = new Map<string, number>();
        for (const at of before) seen.set(`q${at}`, (seen.get(`q${at}`) ?? 0) + 1);
        const line = [{ bank: 'b', draw: 6, goal: 'lige' }];
        const drawn = drawQuestions(line, all, seed, seen);
        const fitting = bank.filter(({ goal, use }) => goal === 'lige' && use !== 'practice');
        const unseen = fitting.filter(({ id }) => !seen.has(id)).length;
        expect(repeatedIn(drawn, seen)).toBe(Math.max(0, 6 - unseen));
        const most = Math.max(...drawn.map((item) => seen.get(item.question) ?? 0));
        const left = fitting.filter(({ id }) => drawn.every((item) => item.question !== id));
        for (const { id } of left) expect(seen.get(id) ?? 0).toBeGreaterThanOrEqual(most);
      }),
    );
  });

  test('gives what reading the shuffled bank from the top gives, line by line', () => {
    const line = fc.record(
      {
        bank: fc.constant('b'),
        draw: fc.integer({ min: 1, max: 3 }),
        goal: fc.constantFrom('lige', 'ulige'),
        level: fc.constantFrom('huske', 'bruge'),
      },
      { requiredKeys: ['bank', 'draw'] },
    );
    const lines = fc.array(line, { minLength: 1, maxLength: 3 });
    const before = fc.dictionary(fc.constantFrom(...bank.map(({ id }) => id)), fc.nat(3));
    fc.assert(
      fc.property(lines, before, fc.string(), (asked, times, seed) => {
        const seen = new Map(Object.entries(times));
        const left = shuffled(bank, randomFrom(seed)).sort((a, b) => (seen.get(a.id) ?? 0) - (seen.get(b.id) ?? 0));
        const read = narrowFirst(asked).flatMap((each) => {
          const found = left.filter((one) => mayDraw(each, one)).slice(0, each.draw);
          for (const one of found) left.splice(left.indexOf(one), 1);
          return found.map(({ id }) => id);
        });
        const drawn = drawQuestions(asked, all, seed, seen).map((item) => item.question);
        expect(drawn.sort()).toEqual(read.sort());
      }),
    );
  });

  test('of a published edition gives what it always gave for this seed', () => {
    const published = new Map([
      ['x', Array.from({ length: 9 }, (_, at) => single(`x${at}`))],
      ['y', Array.from({ length: 5 }, (_, at) => single(`y${at}`))],
    ]);
    const items = drawQuestions(
      [
        { bank: 'x', draw: 4 },
        { bank: 'y', draw: 2 },
      ],
      published,
      'frø',
    );
    expect(items.map((item) => `${item.question} ${item.optionOrder.join('')}`)).toEqual([
      'x2 abc',
      'y3 abc',
      'y0 bca',
      'x6 bac',
      'x3 cab',
      'x1 abc',
    ]);
  });
});

test('the view of a question for the browser never says what is right or why', () => {
  for (const question of [single('q'), multiple, numeric, short]) {
    const seen = JSON.stringify(questionView(question, ['c', 'a', 'b']));
    expect(seen).not.toMatch(/correct|feedback|accept|answer|tolerance|Fordi|12\.5|Erhverv/);
  }
});

test('the view of a question has its options in the drawn order, named by their places', () => {
  const view = questionView(single('q'), ['c', 'a', 'b']);
  const shown = view.kind === 'single' && view.options;
  expect(shown).toEqual(['c', 'a', 'b'].map((id, at) => ({ id: String(at + 1), text: `Svar ${id}` })));
});
