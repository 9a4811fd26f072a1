import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course, Step } from '#curriculum/flow/course.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { planMigration } from '#curriculum/flow/editions/migration.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { progressOf, replay } from '#curriculum/flow/progress.ts';
import { anyCourse, shipped } from '../courses.ts';
import { choices, walk } from '../walk.ts';

const course = shipped('fornyelse');
const at = '2027-06-01T08:00:00.000Z';
const reworded: Course = {
  ...course,
  edition: '2026.2',
  steps: course.steps.map((step) => ({ ...step, title: { da: 'Nyt navn', en: 'New name' } })),
};
const stricter: Course = {
  ...reworded,
  steps: reworded.steps.map((step) => (step.kind === 'quiz' && step.id === 'moms' ? { ...step, passMark: 0.9 } : step)),
};
const history: FlowEvent[] = [
  { at: '2026-01-01T08:00:00.000Z', type: 'approved' },
  { at: '2026-01-01T08:00:00.000Z', type: 'started' },
  { at: '2026-01-02T08:00:00.000Z', type: 'lesson-read', step: 'nyt-siden-sidst' },
  { at: '2026-01-03T08:00:00.000Z', type: 'quiz-started', step: 'moms' },
  { at: '2026-01-03T08:10:00.000Z', type: 'quiz-scored', step: 'moms', score: 0.85 },
  { at: '2026-01-04T08:00:00.000Z', type: 'handed-in', step: 'egen-seddel' },
];

describe('an edition change', () => {
  test('is editorial if only words change, and moves enrolments silently', () => {
    const plan = planMigration(course, reworded, history, at);
    if (!plan.ok || plan.change !== 'editorial') throw new Error('expected an editorial change');
    expect(progressOf(reworded, [...history, plan.append]).steps).toEqual(progressOf(course, history).steps);
  });
  test('is material if a pass mark changes: that quiz is taken again, the rest is kept', () => {
    const plan = planMigration(course, stricter, history, at);
    if (!plan.ok || plan.change !== 'material') throw new Error('expected a material change');
    expect(plan).toMatchObject({ differs: ['steps.moms'], lost: ['moms'] });
    const { steps } = replay(stricter, [...history, ...plan.decide.migrate]).value;
    expect(steps).toMatchObject({ 'nyt-siden-sidst': 'done', moms: 'ready' });
    expect(replay(stricter, [...history, ...plan.decide.restart]).value.life).toBe('enrolled');
  });
  test('is editorial if only the order inside a choice changes', () => {
    const turned = {
      ...course,
      flow: {
        is: 'in-order',
        of:
          course.flow.is === 'step'
            ? []
            : course.flow.of.map((node) => (node.is === 'choose' ? { ...node, of: node.of.toReversed() } : node)),
      },
    } as Course;
    expect(changeBetween(course, turned).change).toBe('editorial');
  });
});

describe('the words of a step', () => {
  const digests = Object.fromEntries(course.steps.map(({ id }) => [id, `${id}, first words`]));
  const asWritten: Course = { ...course, digests };
  const newWords = { ...digests, 'nyt-siden-sidst': 'second words' };

  test('can change without a decision, and read lessons stay read', () => {
    const plan = planMigration(asWritten, { ...reworded, digests: newWords }, history, at);
    if (!plan.ok || plan.change !== 'editorial') throw new Error('expected an editorial change');
    expect(plan.append.kept['nyt-siden-sidst']).toMatchObject({ state: 'done', outcome: 'done' });
  });
  test('count in a material change: only steps with the same words are kept', () => {
    const to = { ...stricter, digests: newWords };
    const plan = planMigration(asWritten, to, history, at);
    if (!plan.ok || plan.change !== 'material') throw new Error('expected a material change');
    expect(plan).toMatchObject({
      differs: ['steps.moms'],
      kept: ['egen-seddel'],
      lost: ['nyt-siden-sidst', 'moms'],
    });
    expect(replay(to, [...history, ...plan.decide.migrate]).value.steps['nyt-siden-sidst']).toBe('unread');
  });
  test('without a digest do not equal words with one', () => {
    const plan = planMigration(course, { ...stricter, digests }, history, at);
    expect(plan).toMatchObject({ ok: true, change: 'material', kept: [] });
  });
});

describe('a move to another edition', () => {
  const inAttempt: FlowEvent[] = [
    ...history.slice(0, 3),
    { at: '2026-01-03T08:00:00.000Z', type: 'quiz-started', step: 'moms', dueAt: '2026-01-03T09:30:00.000Z' },
  ];

  test('waits until a running attempt is finished, whether words change or more', () => {
    for (const to of [reworded, stricter])
      expect(planMigration(course, to, inAttempt, '2026-01-03T08:20:00.000Z')).toEqual({
        ok: false,
        reason: 'attempt-running',
        steps: ['moms'],
      });
  });
  test('with another order closes steps that have not begun', () => {
    const first = { id: 'nyt-trin', kind: 'lesson', title: { da: 'Nyt trin', en: 'New step' } } as const;
    const to: Course = {
      ...reworded,
      steps: [first, ...reworded.steps],
      flow: { is: 'in-order', of: [{ is: 'step', id: 'nyt-trin' }, course.flow] },
    };
    const scored: FlowEvent[] = [
      ...inAttempt,
      { at: '2026-01-03T08:30:00.000Z', type: 'quiz-scored', step: 'moms', score: 0.9 },
    ];
    const plan = planMigration(course, to, scored, '2026-01-03T08:40:00.000Z');
    if (!plan.ok || plan.change !== 'material') throw new Error('expected a material change');
    const { steps } = replay(to, [...scored, ...plan.decide.migrate]).value;
    expect(steps).toMatchObject({ 'nyt-trin': 'unread', moms: 'done', 'egen-seddel': 'closed' });
  });
  test('cannot be dated before the last event', () =>
    expect(planMigration(course, reworded, history, '2026-01-03T23:00:00.000Z')).toEqual({
      ok: false,
      reason: 'earlier-than-last',
      last: '2026-01-04T08:00:00.000Z',
    }));
});

describe('on any two courses', () => {
  const demand = (step?: Step) => JSON.stringify(step, (key, value) => (key === 'title' ? undefined : value));

  test('moving never turns an unmet requirement into a met one, and later events work as usual', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyCourse(6), anyCourse(6, '2026.2'), choices(60), (from, to, picks) => {
        const events = walk(from, picks);
        const before = replay(from, events);
        const plan = planMigration(from, to, events, before.context.at || at);
        if (!plan.ok) return;
        moved++;
        const move = plan.change === 'editorial' ? [plan.append] : plan.decide.migrate;
        const { value } = replay(to, [...events, ...move]);
        for (const step of to.steps.filter(({ id }) => value.steps[id] === 'done')) {
          expect(before.value.steps[step.id]).toBe('done');
          expect(demand(step)).toBe(demand(from.steps.find(({ id }) => id === step.id)));
        }
        if (value.life === 'assessed')
          expect(to.steps.filter(({ id }) => value.steps[id] === 'done').length).toBeGreaterThan(0);
        expect(progressOf(to, [...events, ...move]).projection.state).toBe(value.life);
      }),
      { numRuns: 400 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  test('moving to the same course changes nothing', () => {
    fc.assert(
      fc.property(anyCourse(6), choices(60), (from, picks) => {
        const events = walk(from, picks);
        const same = { ...from, edition: '2026.2' };
        const plan = planMigration(from, same, events, replay(from, events).context.at || at);
        if (!plan.ok) return;
        if (plan.change !== 'editorial') throw new Error('nothing has changed');
        expect(replay(same, [...events, plan.append]).value).toEqual(replay(from, events).value);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a step that is declared the same as one of the edition before', () => {
  const read = { ...course, digests: Object.fromEntries(course.steps.map(({ id }) => [id, id])) };
  const renamed = (changed: object = {}, of: Course = stricter): Course => ({
    ...of,
    digests: {},
    steps: of.steps.map((step) =>
      step.id === 'nyt-siden-sidst'
        ? ({ ...step, id: 'nyheder', sameAs: '2026.1/nyt-siden-sidst', ...changed } as Step)
        : step,
    ),
    flow: JSON.parse(JSON.stringify(of.flow).replaceAll('nyt-siden-sidst', 'nyheder')),
  });
  const planned = (to: Course, events: FlowEvent[] = history) => {
    const plan = planMigration(read, to, events, at);
    if (!plan.ok || plan.change !== 'material') throw new Error('expected a material change');
    return plan;
  };

  test('is kept under its new id, whatever its words, and named in the plan', () => {
    const to = renamed();
    const plan = planned(to);
    expect(plan).toMatchObject({ kept: ['nyheder'], declared: ['nyheder'], lost: ['moms', 'egen-seddel'] });
    expect(replay(to, [...history, ...plan.decide.migrate]).value.steps.nyheder).toBe('done');
  });
  test('is lost without the declaration, or when it names another edition', () => {
    expect(planned(renamed({ sameAs: undefined })).lost).toContain('nyt-siden-sidst');
    expect(planned(renamed({ sameAs: '2025.1/nyt-siden-sidst' })).lost).toContain('nyt-siden-sidst');
  });
  test('is kept with another demand only if it is done', () => {
    const declared = (passMark: number): Course => ({
      ...stricter,
      steps: stricter.steps.map((step) =>
        step.id === 'moms' ? ({ ...step, passMark, sameAs: '2026.1/moms' } as Step) : step,
      ),
    });
    expect(planned(declared(0.95)).kept).toContain('moms');
    const failed: FlowEvent[] = [
      ...history.slice(0, 4),
      { at: '2026-01-03T08:10:00.000Z', type: 'quiz-scored', step: 'moms', score: 0.1 },
    ];
    expect(planned(declared(0.95), failed).lost).toContain('moms');
    expect(planned({ ...declared(0.8), validity: { months: 12 } }, failed).kept).toContain('moms');
  });
  test('work that a leader has is answered before it could be lost', () => {
    expect(planned(renamed()).waiting).toEqual({ migrate: ['egen-seddel'], restart: ['egen-seddel'] });
    const { waiting } = planned({ ...stricter, digests: read.digests });
    expect(waiting).toEqual({ migrate: [], restart: ['egen-seddel'] });
  });
});
