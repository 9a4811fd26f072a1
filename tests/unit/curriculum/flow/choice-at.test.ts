import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceAt } from '#curriculum/flow/choice-at.ts';
import type { FlowNode } from '#curriculum/flow/course.ts';
import { stepsIn } from '#curriculum/flow/course.ts';
import { progressOf } from '#curriculum/flow/progress.ts';
import { anyCourse, shipped } from './courses.ts';

const step = (id: string): FlowNode => ({ is: 'step', id });
const twoOfThree: FlowNode = {
  is: 'choose',
  n: 2,
  of: [{ is: 'in-order', of: [step('a'), step('a-test')] }, step('b'), step('c')],
};
const begun =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

test('a choice of which nothing was begun is asked in full', () =>
  expect(choiceAt(twoOfThree, 'b', begun())).toEqual({ n: 2, of: ['a', 'b', 'c'] }));

test('what was begun is chosen: its steps are not asked for, and one less is', () => {
  expect(choiceAt(twoOfThree, 'a-test', begun('a'))).toBeUndefined();
  expect(choiceAt(twoOfThree, 'c', begun('a'))).toEqual({ n: 1, of: ['b', 'c'] });
  expect(choiceAt(twoOfThree, 'c', begun('a', 'b'))).toEqual({ n: 0, of: ['c'] });
});

test('no step outside a choice is asked for, and a choice names the step itself or one before it in its part', () =>
  fc.assert(
    fc.property(anyCourse(10), fc.infiniteStream(fc.boolean()), ({ flow }, dice) => {
      const all = new Map(stepsIn(flow).map((id) => [id, dice.next().value as boolean]));
      const hasBegun = (id: string) => all.get(id)!;
      for (const id of all.keys()) {
        const choice = choiceAt(flow, id, hasBegun);
        if (hasBegun(id)) expect(choice?.of.includes(id) ?? false).toBe(false);
        if (!choice) continue;
        expect(choice.of.some(hasBegun)).toBe(false);
        expect(choice.n).toBeGreaterThanOrEqual(0);
      }
    }),
  ));

const course = shipped('it-paedagogisk-vejleder');
const at = (n: number) => `2026-01-${String(n).padStart(2, '0')}T08:00:00.000Z`;

test('the product asks which in-depth lesson to read and marks none of them as next', () => {
  const first = course.steps.findIndex(({ id }) => id === 'dybde-moms');
  const before = {
    ...course,
    flow: course.flow.is === 'step' ? course.flow : { ...course.flow, of: course.flow.of.slice(5) },
  };
  expect(first).toBeGreaterThan(0);
  const started = [
    { at: at(1), type: 'approved' as const },
    { at: at(1), type: 'started' as const },
  ];
  const { next, steps } = progressOf(before, started);
  expect(next).toMatchObject({ choice: { n: 1, of: ['dybde-moms', 'dybde-nemrefusion', 'dybde-maalgruppe'] } });
  expect(steps.filter(({ status }) => status === 'now')).toEqual([]);
  expect(steps.filter(({ status }) => status === 'open').map(({ id }) => id)).toEqual(next!.choice!.of);
  const chosen = progressOf(before, [...started, { at: at(2), type: 'lesson-read', step: 'dybde-maalgruppe' }]);
  expect(chosen.next).toMatchObject({ step: 'kursusdag' });
  expect(chosen.next!.choice).toBeUndefined();
  expect(chosen.steps.find(({ id }) => id === 'dybde-moms')).toMatchObject({ status: 'not-chosen' });
});
