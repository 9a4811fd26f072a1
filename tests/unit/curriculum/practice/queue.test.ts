import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '#curriculum/practice/card.ts';
import {
  minutesOf,
  newADay,
  type Practisable,
  queueOf,
  sessionOf,
  sessionSeconds,
} from '#curriculum/practice/queue.ts';
import { strengthOf, weakestFirst } from '#curriculum/practice/strength.ts';
import { weeksOf } from '#curriculum/practice/weeks.ts';

const today = '2026-11-24';
const card = (given: Partial<Card> = {}): Card => ({
  firstOn: '2026-11-01',
  lastOn: '2026-11-01',
  dueOn: today,
  stability: 10,
  difficulty: 5,
  asked: 1,
  missed: 0,
  last: 'right',
  ...given,
});
const question = (key: string, given: Partial<Practisable> = {}): Practisable => ({
  key,
  goal: 'g',
  card: undefined,
  changed: false,
  seconds: 50,
  ...given,
});
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

test('changed facts come first, then what is due with weak goals before others, then new questions', () => {
  const queue = queueOf(
    [
      question('new'),
      question('later', { card: card({ dueOn: '2026-11-25' }) }),
      question('due-long', { card: card({ dueOn: '2026-11-02' }) }),
      question('due-weak', { goal: 'weak', card: card({ last: 'wrong' }) }),
      question('changed', { changed: true, card: card({ dueOn: '2027-01-01' }) }),
    ],
    { today, weakGoals: ['weak'] },
  );
  expect(queue.map(({ key, why }) => [key, why])).toEqual([
    ['changed', 'changed'],
    ['due-weak', 'missed'],
    ['due-long', 'due'],
    ['new', 'new'],
  ]);
});

test('new questions are few, and those of this morning count', () => {
  const fresh = Array.from({ length: 10 }, (_, at) => question(`n${at}`));
  expect(queueOf(fresh, { today, weakGoals: [] })).toHaveLength(newADay);
  const begun = question('begun', { card: card({ firstOn: today, dueOn: '2026-11-26' }) });
  expect(queueOf([...fresh, begun], { today, weakGoals: [] })).toHaveLength(newADay - 1);
});

const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-11-${String(at).padStart(2, '0')}`);
const anyQuestion = fc.record({
  goal: fc.constantFrom('a', 'b', 'c'),
  changed: fc.boolean(),
  card: fc.option(
    fc.record({
      dueOn: day,
      last: fc.constantFrom('right', 'wrong', 'partly', 'helped') as fc.Arbitrary<Card['last']>,
    }),
    {
      nil: undefined,
    },
  ),
});

test('what is due is never lost, and nothing is asked twice', () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 60 }), fc.subarray(['a', 'b', 'c']), (made, weakGoals) => {
      const questions = made.map((each, at) => question(`q${at}`, { ...each, card: each.card && card(each.card) }));
      const queue = queueOf(questions, { today, weakGoals });
      const due = questions.filter((each) => each.changed || (each.card && each.card.dueOn <= today));
      expect(keys(queue)).toEqual(expect.arrayContaining(keys(due)));
      expect(new Set(keys(queue)).size).toBe(queue.length);
      expect(queue.length - due.length).toBeLessThanOrEqual(newADay);
      // A session is a beginning of the queue that fits in five minutes.
      const session = sessionOf(queue);
      expect(keys(session)).toEqual(keys(queue.slice(0, session.length)));
      expect(session.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(sessionSeconds);
      expect(session.length > 0).toBe(queue.length > 0);
    }),
  );
});

test('a session of six short questions takes five minutes', () => {
  const session = sessionOf(Array.from({ length: 30 }, (_, at) => question(`q${at}`)));
  expect(session).toHaveLength(6);
  expect(minutesOf(session)).toBe(5);
  expect(sessionOf([question('long', { seconds: 999 })])).toHaveLength(1);
});

test('a goal slips when a third of its questions were missed last', () => {
  const right = card({ stability: 30 });
  const wrong = card({ last: 'wrong' });
  expect(strengthOf([])).toBe('new');
  expect(strengthOf([right, right, wrong])).toBe('slips');
  expect(strengthOf([right, right, right, wrong])).toBe('soon');
  expect(strengthOf([card({ stability: 60 })])).toBe('firm');
  expect(strengthOf([card({ stability: 3 })])).toBe('on-the-way');
});

test('the weakest goal stands first, one that was never asked last', () => {
  const goals = [
    { is: 'new', cards: [] },
    { is: 'firm', cards: [card({ stability: 60 })] },
    { is: 'one wrong', cards: [card({ last: 'wrong' })] },
    { is: 'two wrong', cards: [card({ last: 'wrong' }), card({ last: 'partly' })] },
  ];
  expect(weakestFirst(goals).map(({ is }) => is)).toEqual(['two wrong', 'one wrong', 'firm', 'new']);
});

test('weeks are counted from the first one, across the new year, and a pause is one of them', () => {
  const weeks = weeksOf(['2026-12-28', '2027-01-12'], '2026-12-30', '2027-01-20');
  expect(weeks.map(({ week, practised, now }) => [week, practised, now])).toEqual([
    [53, true, false],
    [1, false, false],
    [2, true, false],
    [3, false, true],
  ]);
  expect(weeksOf([], '2020-01-01', '2027-01-20')).toHaveLength(5);
});
