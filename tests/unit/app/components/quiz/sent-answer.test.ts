import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveItem, rowsOf } from '#app/components/quiz/kinds/move-item.ts';
import { sentAnswer } from '#app/components/quiz/sent-answer.ts';

test('an answer is the controls called answer, with a number or without, in their order', () => {
  expect(
    sentAnswer([
      ['attempt', 'a'],
      ['answer', '1'],
      ['answer-2', '2-1'],
      ['certainty', '4'],
      ['answers', 'x'],
    ]),
  ).toEqual({ answer: ['1', '2-1'] });
});

test('an arrow gives every row a place and says where its row went', () => {
  const blank = (move: string) =>
    sentAnswer([
      ['answer', ''],
      ['answer', ''],
      ['answer', ''],
      ['move', move],
    ] as [string, string][]);
  expect(blank('3-up')).toEqual({ answer: ['1-1', '3-2', '2-3'], movedTo: 1 });
  expect(blank('1-up')).toEqual({ answer: ['1-1', '2-2', '3-3'], movedTo: 0 });
  expect(blank('3-to-1')).toEqual({ answer: ['3-1', '1-2', '2-3'], movedTo: 0 });
  expect(blank('9-up').answer).toEqual(['1-1', '2-2', '3-3']);
});

test('a move keeps every row, and the opposite move brings the old order back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(7), fc.constantFrom('up', 'down'), (of, pick, way) => {
      const part = String((pick % of) + 1);
      const once = moveItem(of, [], `${part}-${way}`);
      expect(rowsOf(of, once).toSorted()).toEqual(Array.from({ length: of }, (_, at) => String(at + 1)));
      const isAtEdge = part === (way === 'up' ? '1' : String(of));
      if (!isAtEdge)
        expect(rowsOf(of, moveItem(of, once, `${part}-${way === 'up' ? 'down' : 'up'}`))).toEqual(rowsOf(of, []));
    }),
  );
});
