import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsIn } from '#curriculum/flow/course.ts';
import { chartMermaid, flowMermaid, stepLineOf } from '#curriculum/flow/graph.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import { anyCourse, shipped } from './courses.ts';

test('the step line of the course has three strands of two steps, then a choice of one in three', () => {
  const { places, groups, columns, lanes } = stepLineOf(shipped('it-paedagogisk-vejleder'));
  expect([columns, lanes]).toEqual([11, 3]);
  expect(groups).toEqual([
    { is: 'all', of: 3, column: 4, lane: 0, columns: 2, lanes: 3 },
    { is: 'choose', n: 1, of: 3, column: 6, lane: 0, columns: 1, lanes: 3 },
  ]);
  expect(places.find(({ id }) => id === 'm5-test')).toEqual({ id: 'm5-test', kind: 'quiz', column: 5, lane: 2 });
});

test('every step has its own place, and every link goes forward', () => {
  fc.assert(
    fc.property(anyCourse(10), (course) => {
      const { places, links } = stepLineOf(course);
      expect(places.map(({ id }) => id)).toEqual(stepsIn(course.flow));
      expect(new Set(places.map(({ column, lane }) => `${column},${lane}`)).size).toBe(places.length);
      const columnOf = new Map(places.map(({ id, column }) => [id, column]));
      for (const { from, to } of links) expect(columnOf.get(from)!).toBeLessThan(columnOf.get(to)!);
    }),
  );
});

test('the flow and the chart of a step can be drawn as Mermaid', () => {
  expect(flowMermaid(shipped('fornyelse'))).toContain('fork1(("2/4"))');
  expect(chartMermaid(machineOf(shipped('fornyelse')), 'moms')).toContain('in_attempt --> cooling: quiz-scored');
});
