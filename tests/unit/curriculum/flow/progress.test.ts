import { describe, expect, test } from 'vitest';
import { planMigration } from '#curriculum/flow/editions/migration.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { progressOf, replay } from '#curriculum/flow/progress.ts';
import { shipped } from './courses.ts';

const course = shipped('fornyelse');
const at = (n: number, time = '08:00') => `2026-01-${String(n).padStart(2, '0')}T${time}:00.000Z`;
const first: FlowEvent[] = [
  { at: at(1), type: 'approved' },
  { at: at(1), type: 'started' },
  { at: at(1), type: 'lesson-read', step: 'nyt-siden-sidst' },
];
const handedIn: FlowEvent[] = [
  { at: at(2), type: 'handed-in', step: 'egen-seddel' },
  { at: at(2), type: 'claimed', step: 'egen-seddel', assessor: 'leder', conflict: 'none' },
];
const returned: FlowEvent = { at: at(3), type: 'returned', step: 'egen-seddel', feedback: 'Del sedlen i to.' };
const started: FlowEvent = { at: at(4), type: 'quiz-started', step: 'moms', dueAt: at(4, '08:20') };
const statusOf = (events: FlowEvent[], step: string) =>
  progressOf(course, events).steps.find(({ id }) => id === step)!.status;

describe('the next action', () => {
  test('is the running quiz before anything else, with its deadline', () => {
    const { next, projection } = progressOf(course, [...first, ...handedIn, returned, started]);
    expect(next).toEqual({ step: 'moms', action: 'finish-quiz', dueAt: at(4, '08:20') });
    expect(projection).toEqual({ state: 'active', step: 'moms', dueAt: at(4, '08:20') });
  });
  test('is a returned practical before open steps', () => {
    expect(progressOf(course, [...first, ...handedIn, returned]).next).toEqual({
      step: 'egen-seddel',
      action: 'hand-in',
    });
    expect(statusOf([...first, ...handedIn, returned], 'egen-seddel')).toBe('returned');
    expect(statusOf([...first, ...handedIn, returned], 'rettigheder')).toBe('open');
  });
  test('is an open step before one that waits for a day to pass', () => {
    const failed: FlowEvent[] = [
      ...first,
      started,
      { at: at(4, '08:10'), type: 'quiz-scored', step: 'moms', score: 0 },
    ];
    // Nothing is begun there: the adviser is asked to choose one more, and none is marked as next.
    expect(progressOf(course, failed).next).toEqual({
      step: 'rettigheder',
      action: 'read',
      choice: { n: 1, of: ['rettigheder', 'egen-seddel', 'erfadag'] },
    });
    expect(statusOf(failed, 'rettigheder')).toBe('open');
  });
  test('is to wait until an instant if nothing else is left', () => {
    const rest: FlowEvent[] = [
      ...first,
      { at: at(2), type: 'lesson-read', step: 'rettigheder' },
      { at: at(2), type: 'attended', step: 'erfadag' },
      { at: at(4), type: 'quiz-started', step: 'fornyelsesproeve' },
      { at: at(4, '08:10'), type: 'quiz-scored', step: 'fornyelsesproeve', score: 0.2 },
    ];
    expect(progressOf(course, rest).next).toEqual({
      step: 'fornyelsesproeve',
      action: 'start-quiz',
      from: at(5, '08:10'),
    });
    expect(statusOf(rest, 'fornyelsesproeve')).toBe('closed');
  });
  test('is nothing on leave, when a running quiz and returned work are closed too', () => {
    const leave: FlowEvent = { at: at(4), type: 'suspended', reason: 'Orlov' };
    const { next, projection, steps } = progressOf(course, [...first, ...handedIn, returned, started, leave]);
    expect(next).toBeUndefined();
    expect(projection).toEqual({ state: 'suspended', step: null, dueAt: null });
    const opened = steps.filter(({ status }) => !['done', 'closed'].includes(status));
    expect(opened).toEqual([]);
    expect(steps.find(({ id }) => id === 'egen-seddel')!.because).toEqual({ reason: 'enrolment', state: 'suspended' });
  });
});

test('the projection names the step that a leader has if the adviser has nothing to do', () => {
  const long = shipped('it-paedagogisk-vejleder');
  const events: FlowEvent[] = [
    ...first.slice(0, 2),
    { at: at(1), type: 'lesson-read', step: 'm1' },
    { at: at(2), type: 'handed-in', step: 'oplaeg' },
  ];
  const { next, projection } = progressOf(long, events);
  expect(next).toBeUndefined();
  expect(projection).toEqual({ state: 'active', step: 'oplaeg', dueAt: null });
});

test('a history that moved to another edition is not replayed on the first one', () => {
  const to = { ...course, edition: '2026.2' };
  const plan = planMigration(course, to, first, at(5));
  if (!plan.ok || plan.change !== 'editorial') throw new Error('expected an editorial change');
  const moved = [...first, plan.append];
  expect(() => replay(course, moved)).toThrow(/2026\.2/);
  expect(replay(to, moved).value).toEqual(replay(course, first).value);
});
