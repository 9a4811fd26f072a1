import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { type Card, cardOf, longestAfterWrong, longestRest, type Round } from '#curriculum/practice/card.ts';
import { gradeOf, type Outcome, outcomeOf } from '#curriculum/practice/outcome.ts';

const tries = (...shares: number[]) => shares.map((share) => ({ share, certainty: null }));
const goes: Record<Outcome, Round['tries']> = {
  right: tries(1),
  helped: tries(0, 1),
  partly: tries(0.5, 0),
  wrong: tries(0, 0),
};
/** From the worst to the best. */
const ways = ['wrong', 'partly', 'helped', 'right'] as const;
const way = fc.constantFrom(...ways);
const history = fc.array(fc.record({ is: way, after: fc.integer({ min: 0, max: 400 }) }), { maxLength: 12 });

function roundsOf(steps: readonly { is: Outcome; after: number }[]): Round[] {
  let onDay = '2026-01-05';
  return steps.map(({ is, after }) => {
    onDay = addDays(onDay, after);
    return { onDay, tries: goes[is] };
  });
}

test('how an asking went is read from its tries', () => {
  for (const [is, each] of Object.entries(goes)) expect(outcomeOf(each)).toBe(is);
  expect(outcomeOf(tries(0))).toBe('wrong');
  expect(outcomeOf(tries(0.4, 1))).toBe('helped');
});

test('a guess that was right is harder than an answer somebody was sure of', () => {
  const sure = (certainty: number | null) => gradeOf([{ share: 1, certainty }]);
  expect([1, 2, 3, 4, null].map(sure)).toEqual(['hard', 'good', 'good', 'easy', 'good']);
  expect(gradeOf([{ share: 0, certainty: 4 }])).toBe('again');
});

test('a better answer never comes back sooner than a worse one', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 400 }), (before, after) => {
      const due = ways.map((is) => cardOf(roundsOf([...before, { is, after }]))!.dueOn);
      expect([...due].sort()).toEqual(due);
    }),
  );
});

test('every question comes again: within two days when it was missed, within two months otherwise', () => {
  fc.assert(
    fc.property(history, way, fc.integer({ min: 1, max: 400 }), (before, is, after) => {
      const card = cardOf(roundsOf([...before, { is, after }]))!;
      const missed = is === 'wrong' || is === 'partly';
      expect(card.dueOn > card.lastOn).toBe(true);
      expect(card.dueOn <= addDays(card.lastOn, missed ? longestAfterWrong : longestRest)).toBe(true);
      expect(card.last).toBe(is);
    }),
  );
});

test('only the first round of a day counts', () => {
  fc.assert(
    fc.property(history, way, way, (before, first, again) => {
      const once = roundsOf([...before, { is: first, after: 1 }]);
      const twice = roundsOf([...before, { is: first, after: 1 }, { is: again, after: 0 }]);
      expect(cardOf(twice)).toEqual(cardOf(once));
    }),
  );
});

test('right answers rest longer and longer, and a wrong one brings the question back', () => {
  const rests: number[] = [];
  let rounds: Round[] = [];
  let card: Card | undefined;
  for (let at = 0; at < 4; at++) {
    const onDay = card?.dueOn ?? '2026-01-05';
    rounds = [...rounds, { onDay, tries: goes.right }];
    card = cardOf(rounds)!;
    rests.push(Math.round((Date.parse(card.dueOn) - Date.parse(onDay)) / 86_400_000));
  }
  expect(rests).toEqual([...rests].sort((a, b) => a - b));
  expect(rests.at(-1)).toBeGreaterThan(rests[0]!);
  const missed = cardOf([...rounds, { onDay: card!.dueOn, tries: goes.wrong }])!;
  expect(missed).toMatchObject({ missed: 1, asked: 5, last: 'wrong' });
  expect(missed.dueOn <= addDays(card!.dueOn, 2)).toBe(true);
});

test('nothing answered is no card, and a clock that was put back loses none', () => {
  expect(cardOf([])).toBeUndefined();
  const back = cardOf([
    { onDay: '2026-03-02', tries: goes.right },
    { onDay: '2026-03-01', tries: goes.right },
  ]);
  expect(back).toMatchObject({ asked: 2 });
});
