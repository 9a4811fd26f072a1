import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawQuestions } from '#curriculum/quiz/draw-questions.ts';
import { questionView } from '#curriculum/quiz/question-view.ts';
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
