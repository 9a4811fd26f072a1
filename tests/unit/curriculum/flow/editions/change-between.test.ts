import { describe, expect, test } from 'vitest';
import type { Course, FlowNode, Step } from '#curriculum/flow/course.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { planMigration } from '#curriculum/flow/editions/migration.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { replay } from '#curriculum/flow/progress.ts';
import { shipped } from '../courses.ts';

const course = shipped('fornyelse');
const to = (changed: Partial<Course>): Course => ({ ...course, edition: '2026.2', ...changed });
const withStep = (id: string, changed: object) =>
  to({ steps: course.steps.map((step) => (step.id === id ? ({ ...step, ...changed } as Step) : step)) });
const [lesson, choice, last] = (course.flow as { of: FlowNode[] }).of as [FlowNode, FlowNode, FlowNode];
const inOrder = (...of: FlowNode[]) => to({ flow: { is: 'in-order', of } });
const title = { da: 'Nyt', en: 'New' };

describe('a change of edition', () => {
  test.each<[string, Course, string[]]>([
    ['how many questions are drawn', withStep('moms', { blueprint: [{ bank: 'm4', draw: 5 }] }), ['steps.moms']],
    ['the bank they are drawn from', withStep('moms', { blueprint: [{ bank: 'm3', draw: 6 }] }), ['steps.moms']],
    ['the pass mark', withStep('moms', { passMark: 0.7 }), ['steps.moms']],
    ['the attempts at a quiz', withStep('moms', { attempts: 3 }), ['steps.moms']],
    ['the waiting time', withStep('moms', { delay: 0 }), ['steps.moms']],
    ['the time limit', withStep('fornyelsesproeve', { timeLimit: 60_000 }), ['steps.fornyelsesproeve']],
    ['the rubric', withStep('egen-seddel', { rubric: [{ id: 'princip', title }] }), ['steps.egen-seddel']],
    ['the attempts at a practical', withStep('egen-seddel', { attempts: 1 }), ['steps.egen-seddel']],
    ['what a step is', withStep('erfadag', { kind: 'lesson' }), ['steps.erfadag']],
    ['how long the certificate holds', to({ validity: { months: 12 } }), ['validity']],
    ['how long one may appeal', to({ appealWindow: { days: 7 } }), ['appealWindow']],
    ['the order', inOrder(choice, lesson, last), ['flow']],
    ['how many are to be chosen', inOrder(lesson, { ...choice, n: 3 } as FlowNode, last), ['flow']],
    ['that there is a choice', inOrder(lesson, { ...choice, is: 'all' } as FlowNode, last), ['flow']],
  ])('of %s is material', (_, next, differs) =>
    expect(changeBetween(course, next)).toMatchObject({ change: 'material', differs }),
  );
  test.each<[string, Course]>([
    ['titles', to({ title, steps: course.steps.map((step) => ({ ...step, title })) })],
    ['minutes', withStep('rettigheder', { minutes: 45 })],
    ['the words of a rubric', withStep('egen-seddel', { rubric: [{ id: 'trin', title }] })],
  ])('of %s is editorial', (_, next) =>
    expect(changeBetween(course, next)).toMatchObject({ change: 'editorial', differs: [] }),
  );
});

describe('an enrolment that moves to a new edition', () => {
  const at = (n: number) => `2026-01-${String(n).padStart(2, '0')}T08:00:00.000Z`;
  const begun: FlowEvent[] = [
    { at: at(1), type: 'approved' },
    { at: at(1), type: 'started' },
    { at: at(2), type: 'lesson-read', step: 'nyt-siden-sidst' },
    { at: at(3), type: 'handed-in', step: 'egen-seddel' },
  ];
  const material = (next: Course, events: FlowEvent[]) => {
    const plan = planMigration(course, next, events, at(28));
    if (!plan.ok || plan.change !== 'material') throw new Error('expected a material change');
    return plan.decide;
  };
  const stricter = withStep('moms', { passMark: 0.9 });

  test('stays on leave if it was, and a restart keeps the seat without progress', () => {
    const leave: FlowEvent[] = [...begun, { at: at(4), type: 'suspended', reason: 'Orlov' }];
    const { migrate, restart } = material(stricter, leave);
    expect(replay(stricter, [...leave, ...migrate]).value).toMatchObject({
      life: 'suspended',
      steps: { 'nyt-siden-sidst': 'done', 'egen-seddel': 'submitted' },
    });
    const anew = replay(stricter, [...leave, ...restart]);
    expect(anew.value.life).toBe('enrolled');
    expect(new Set(Object.values(anew.value.steps))).toEqual(new Set(['closed', 'unread']));
    expect(anew.context.steps).toEqual({});
  });
  test('keeps work that a leader has, even if the new order has not opened that step yet', () => {
    const order = inOrder({ is: 'step', id: 'fornyelsesproeve' }, lesson, choice);
    const { migrate } = material(order, begun);
    expect(replay(order, [...begun, ...migrate]).value.steps['egen-seddel']).toBe('submitted');
  });
  test('continues after a failure if the new edition requires less', () => {
    const quiz = (n: number): FlowEvent[] => [
      { at: at(n), type: 'quiz-started', step: 'fornyelsesproeve' },
      { at: at(n), type: 'quiz-scored', step: 'fornyelsesproeve', score: 0.7 },
    ];
    const chosen: FlowEvent[] = [
      ...begun.slice(0, 3),
      { at: at(3), type: 'lesson-read', step: 'rettigheder' },
      { at: at(3), type: 'attended', step: 'erfadag' },
    ];
    const failed = [...chosen, ...quiz(4), ...quiz(6)];
    expect(replay(course, failed).value.life).toBe('failed');
    const easier = withStep('fornyelsesproeve', { passMark: 0.7 });
    const { migrate, restart } = material(easier, failed);
    expect(replay(easier, [...failed, ...restart]).value.life).toBe('enrolled');
    expect(replay(easier, [...failed, ...migrate]).value).toMatchObject({
      life: 'active',
      steps: { fornyelsesproeve: 'ready', erfadag: 'done' },
    });
  });
  test('cannot move if it has ended', () =>
    expect(planMigration(course, stricter, [{ at: at(1), type: 'declined' }], at(28))).toEqual({
      ok: false,
      reason: 'not-running',
      state: 'declined',
    }));
});
