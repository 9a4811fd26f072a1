import { expect, test } from 'vitest';
import type { Course } from '#curriculum/flow/course.ts';
import { moverGroup } from '#curriculum/flow/editions/mover-group.ts';
import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import { shipped } from '../courses.ts';

const course = shipped('it-paedagogisk-vejleder');
const day = course.steps.find(({ kind }) => kind === 'day')!.id;
const at = '2027-06-01T08:00:00.000Z';
const stricter: Course = {
  ...course,
  edition: '2999.1',
  steps: course.steps.map((step) => (step.kind === 'quiz' ? { ...step, passMark: 0.95 } : step)),
};
const reworded: Course = { ...course, edition: '2999.1' };
const begun: HistoryEvent[] = [
  { at: '2026-01-01T08:00:00.000Z', type: 'approved' },
  { at: '2026-01-01T08:00:00.000Z', type: 'started' },
];
const read: HistoryEvent[] = [...begun, { at: '2026-01-02T08:00:00.000Z', type: 'lesson-read', step: 'm1' }];

test.each([
  ['who has a seat and has begun nothing', begun, stricter, 'not-begun'],
  ['who has read a lesson', read, stricter, 'before-day'],
  ['whom only words concern', read, reworded, 'silent'],
  [
    'who stays, as was decided',
    [...read, { at: '2026-01-03T08:00:00.000Z', type: 'stayed', edition: '2999.1' }] as HistoryEvent[],
    stricter,
    'decided',
  ],
])('the group of an adviser: %s', (_, events, to, group) => {
  expect(moverGroup(course, to, events, at)).toBe(group);
});

test('whoever has been to the course day stands after it, whatever else they lack', () => {
  const migrated: HistoryEvent = {
    ...{ at: '2026-01-02T08:00:00.000Z', type: 'migrated', from: '2026.0', edition: course.edition, life: 'active' },
    kept: { [day]: { state: 'done', facts: { attempts: 0, extra: 0 } as never, outcome: 'done' } },
  };
  expect(moverGroup(course, stricter, [...begun, migrated], at)).toBe('after-day');
});
