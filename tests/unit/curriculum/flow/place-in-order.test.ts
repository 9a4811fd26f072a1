import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, can } from '#curriculum/flow/can.ts';
import { type Outcomes, openSteps } from '#curriculum/flow/combinators.ts';
import { type Course, type FlowNode, stepNodesIn, stepsIn } from '#curriculum/flow/course.ts';
import { asOneMachine, courseMachine, snapshotAtStart } from '#curriculum/flow/course-machine.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { flowMermaid, stepLineOf } from '#curriculum/flow/graph.ts';
import { halts } from '#curriculum/flow/halts.ts';
import { lifeCycle } from '#curriculum/flow/life-cycle.ts';
import { parseCourse } from '#curriculum/flow/parse-course.ts';
import { progressOf } from '#curriculum/flow/progress.ts';
import { abstractChart, abstractKind, proveCourse } from '#curriculum/flow/prove-course.ts';
import { search, swappingKeysFor } from '#curriculum/flow/search.ts';
import { anyTiedCourse, textOf } from './courses.ts';

const head = `id: kursus
edition: "2026.2"
title: { da: Kursus, en: Course }
validity: { months: 24 }
appealWindow: 14d
`;
const lesson = (id: string, more = '') => `  - { id: ${id}, kind: lesson, title: { da: ${id}, en: ${id} }${more} }\n`;
const handIn = (id: string, more = '') =>
  `  - { id: ${id}, kind: practical, attempts: 2, rubric: [{ id: r, title: { da: R, en: R } }], title: { da: ${id}, en: ${id} }${more} }\n`;
const quiz = (id: string, more = '', attempts = 3) =>
  `  - { id: ${id}, kind: quiz, blueprint: [{ bank: b, draw: 1 }], passMark: 0.8, attempts: ${attempts}, delay: 24h, title: { da: ${id}, en: ${id} }${more} }\n`;
const day = (id: string) => `  - { id: ${id}, kind: day, title: { da: ${id}, en: ${id} } }\n`;

const read = (steps: string, flow: string) => parseCourse(`${head}steps:\n${steps}flow: ${flow}\n`, 'course.yaml');
function courseOf(steps: string, flow: string): Course {
  const parsed = read(steps, flow);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.course;
}
const problemsIn = (steps: string, flow: string) => {
  const parsed = read(steps, flow);
  return parsed.ok ? [] : parsed.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`);
};
const warningsIn = (steps: string, flow: string) => {
  const parsed = read(steps, flow);
  return parsed.ok ? parsed.warnings.map(({ line, path }) => `${line} ${path}`) : ['not a course'];
};

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour)).toISOString();
const begun: FlowEvent[] = [
  { at: at(0), type: 'approved' },
  { at: at(0), type: 'started' },
];

const waiting = lesson('m1') + handIn('oplaeg', ', dueBefore: dag') + lesson('m2') + quiz('m2-test') + day('dag');
const early = lesson('m1') + handIn('oplaeg') + lesson('m2', ', opensEarly: true') + quiz('m2-test') + day('dag');
const inOrder = '[m1, oplaeg, m2, m2-test, dag]';

describe('a hand-in that is due before the course day', () => {
  const course = courseOf(waiting, inOrder);
  const open = (done: string[]) => openSteps(course.flow, Object.fromEntries(done.map((id) => [id, 'done'])));

  test('holds up the day, and nothing before it', () => {
    expect(open([])).toEqual(['m1']);
    expect(open(['m1'])).toEqual(['oplaeg', 'm2']);
    expect(open(['m1', 'm2', 'm2-test'])).toEqual(['oplaeg']);
    expect(open(['m1', 'oplaeg', 'm2', 'm2-test'])).toEqual(['dag']);
  });
  test('is named where the day is closed because of it', () => {
    const history: FlowEvent[] = [
      ...begun,
      { at: at(1), type: 'lesson-read', step: 'm1' },
      { at: at(2), type: 'handed-in', step: 'oplaeg' },
      { at: at(3), type: 'lesson-read', step: 'm2' },
      { at: at(4), type: 'quiz-started', step: 'm2-test' },
      { at: at(4), type: 'quiz-scored', step: 'm2-test', score: 1 },
    ];
    const { steps, projection } = progressOf(course, history);
    expect(steps.find(({ id }) => id === 'dag')?.because).toEqual({ reason: 'not-open', finish: ['oplaeg'] });
    expect(projection).toMatchObject({ state: 'active', step: 'oplaeg' });
  });
  test('leads to the lesson while it waits', () => {
    const history: FlowEvent[] = [
      ...begun,
      { at: at(1), type: 'lesson-read', step: 'm1' },
      { at: at(2), type: 'handed-in', step: 'oplaeg' },
    ];
    expect(progressOf(course, history).next).toMatchObject({ step: 'm2', action: 'read' });
  });
});

test('a lesson that opens early opens with the step before it, and the test behind it does not', () => {
  const { flow } = courseOf(early, inOrder);
  expect(openSteps(flow, { m1: 'done' })).toEqual(['oplaeg', 'm2']);
  expect(openSteps(flow, { m1: 'done', m2: 'done' })).toEqual(['oplaeg']);
  expect(openSteps(flow, {})).toEqual(['m1']);
});

test('lessons that open early open in all branches behind the step that is in turn', () => {
  const steps =
    handIn('oplaeg') + lesson('a', ', opensEarly: true') + quiz('a-test') + lesson('b', ', opensEarly: true');
  const { flow } = courseOf(steps, '[oplaeg, { all: [[a, a-test], b] }]');
  expect(openSteps(flow, {})).toEqual(['oplaeg', 'a', 'b']);
});

describe('extra lessons after a failed test', () => {
  const steps = lesson('m2') + quiz('m2-test') + lesson('igen') + lesson('m3');
  const course = courseOf(steps, '[m2, m2-test, { when: { failed: m2-test, then: [igen] } }, m3]');
  const machine = courseMachine(course);
  const following = (...events: FlowEvent[]) =>
    events.reduce((snapshot, event) => {
      const applied = apply(machine, snapshot, event);
      if (!applied.ok) throw new Error(JSON.stringify([event, applied]));
      return applied.snapshot;
    }, snapshotAtStart(machine));
  const failed = following(
    ...begun,
    { at: at(1), type: 'lesson-read', step: 'm2' },
    { at: at(2), type: 'quiz-started', step: 'm2-test' },
    { at: at(3), type: 'quiz-scored', step: 'm2-test', score: 0 },
  );
  const readExtra: FlowEvent = { at: at(4), type: 'lesson-read', step: 'igen' };
  const again: FlowEvent = { at: at(40), type: 'quiz-started', step: 'm2-test' };

  test('are closed before, and say why', () => {
    const fresh = following(...begun, { at: at(1), type: 'lesson-read', step: 'm2' });
    expect(fresh.value.steps.igen).toBe('closed');
    expect(can(machine, fresh, readExtra)).toEqual({ reason: 'only-when-failed', test: 'm2-test' });
  });
  test('open when an attempt failed, and are read before the next', () => {
    expect(failed.value.steps.igen).toBe('unread');
    expect(can(machine, failed, again)).toEqual({ reason: 'read-first', lessons: ['igen'] });
    const readIt = apply(machine, failed, readExtra);
    expect(readIt.ok && can(machine, readIt.snapshot, again)).toBe(undefined);
  });
  test('are not needed by whoever passes, and not for the certificate', () => {
    const passed = following(
      ...begun,
      { at: at(1), type: 'lesson-read', step: 'm2' },
      { at: at(2), type: 'quiz-started', step: 'm2-test' },
      { at: at(3), type: 'quiz-scored', step: 'm2-test', score: 1 },
      { at: at(4), type: 'lesson-read', step: 'm3' },
    );
    expect(passed.value).toMatchObject({ life: 'assessed', steps: { igen: 'not-chosen' } });
  });
  test('stand in the drawing as a way round', () => {
    expect(stepLineOf(course).links).toContainEqual({ from: 'm2-test', to: 'igen' });
    expect(flowMermaid(course)).toContain('trin-m2-test -. ikke bestået .-> trin-igen(["igen"])');
  });
  test('are proved: every attempt after a failed one begins with the lesson read', () => {
    const { faults, parts } = proveCourse(course);
    expect(faults).toEqual([]);
    expect(parts.map(({ name }) => name)).toContain('m2-test (extra lesson)');
  });
});

describe('in any course with steps that are tied to others,', () => {
  test('the proof finds no fault', () => {
    const isTied = ({ flow }: Course) =>
      stepNodesIn(flow).some((node) => node.opensEarly || node.after || node.whenFailed);
    fc.assert(
      fc.property(anyTiedCourse(4).filter(isTied), (course) => {
        // A course may be too wide to prove, which the author is told.
        expect(proveCourse(course).faults.filter(({ fault }) => fault !== 'too-wide')).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
  test('more is open than without the ties, but nothing whose due step is missing', () => {
    const bare = (node: FlowNode): FlowNode =>
      node.is === 'step' ? { is: 'step', id: node.id } : { ...node, of: node.of.map(bare) };
    fc.assert(
      fc.property(anyTiedCourse(7), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), ({ flow }, done) => {
        const outcomes: Outcomes = Object.fromEntries(stepsIn(flow).map((id, n) => [id, done[n] ? 'done' : undefined]));
        const open = openSteps(flow, outcomes);
        const nodes = new Map(stepNodesIn(flow).map((node) => [node.id, node]));
        const missing = (id: string) => (nodes.get(id)?.after ?? []).some((each) => outcomes[each] !== 'done');
        expect(open.filter(missing)).toEqual([]);
        const without = openSteps(bare(flow), outcomes).filter((id) => !missing(id));
        expect(open).toEqual(expect.arrayContaining(without));
        expect(new Set(open).size).toBe(open.length);
      }),
      { numRuns: 500 },
    );
  });
  test('steps that can be swapped do not hide a fault', () => {
    fc.assert(
      fc.property(anyTiedCourse(4), (course) => {
        const machine = courseMachine(course, { chartOf: abstractChart, lifeCycle });
        const nameOf = swappingKeysFor(course, abstractKind);
        const stays = ({ type }: FlowEvent) => !['suspended', 'withheld', 'waitlisted', 'withdrawn'].includes(type);
        const [plain, swapped] = [search(machine, stays), search(machine, stays, undefined, nameOf)];
        const names = (found: typeof plain) => new Set([...found.states.values()].map(nameOf));
        expect(names(swapped)).toEqual(names(plain));
      }),
      { numRuns: 15 },
    );
  });
  test('the one machine of a drawing can be made', () => {
    fc.assert(
      fc.property(anyTiedCourse(5), (course) => {
        expect(Object.keys(asOneMachine(course).states.steps!.states)).toEqual(course.steps.map(({ id }) => id));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a file whose order cannot hold is refused with its line:', () => {
  test('a step due before itself, before an earlier one, or before one that is not there', () => {
    const due = (later: string) =>
      problemsIn(lesson('a') + handIn('b', `, dueBefore: ${later}`) + lesson('c'), '[a, b, c]');
    expect(due('a')).toEqual(['8 steps.1.dueBefore: "a" does not come after "b": name a step that does.']);
    expect(due('b')).toEqual(['8 steps.1.dueBefore: "b" does not come after "b": name a step that does.']);
    expect(due('d')).toEqual(['8 steps.1.dueBefore: There is no step "d" in the order of the course.']);
  });
  test('a step due before one that not everybody takes', () =>
    expect(
      problemsIn(handIn('a', ', dueBefore: b') + lesson('b') + lesson('c'), '[a, { choose: { n: 1, of: [b, c] } }]'),
    ).toEqual(['7 steps.0.dueBefore: Not everybody takes both "a" and "b": name steps outside "choose".']));
  test('steps in any order that are due before each other', () =>
    expect(problemsIn(handIn('a', ', dueBefore: b') + lesson('b'), '[{ all: [a, b] }]')).toEqual([
      '7 steps.0.dueBefore: "b" does not come after "a": name a step that does.',
    ]));
  test('a first lesson that opens early', () =>
    expect(problemsIn(lesson('a', ', opensEarly: true') + lesson('b'), '[a, b]')).toEqual([
      '7 steps.0.opensEarly: No step stands before "a", so it opens first: take this out.',
    ]));
  test('a test that opens early', () =>
    expect(problemsIn(lesson('a') + quiz('b', ', opensEarly: true'), '[a, b]')).toEqual([
      '8 steps.1.opensEarly: "opensEarly" is not a word this file knows.',
    ]));
  test('a "when" that is not behind its test, names no test, or has something else than lessons', () => {
    const steps = lesson('a') + quiz('t') + lesson('x') + quiz('u');
    expect(problemsIn(steps, '[a, t, u, { when: { failed: t, then: [x] } }]')).toEqual([
      '11 flow.3.when.failed: Put this right after "t", in the same list.',
    ]);
    expect(problemsIn(steps, '[a, { when: { failed: a, then: [x] } }, t, u]')).toEqual([
      '11 flow.1.when.failed: "a" is no test: only a test is failed and tried again.',
    ]);
    expect(problemsIn(steps, '[a, t, { when: { failed: t, then: [u, x] } }]')).toEqual([
      '11 flow.2.when.then.0: "u" is no lesson. Only lessons may stand here: nothing else can surely be finished.',
    ]);
    expect(problemsIn(steps, '[a, t, { when: { failed: t, then: [[x]] } }, u]')).toEqual([
      '11 flow.2.when.then.0: List the ids of lessons here: they may be read in any order.',
    ]);
    expect(problemsIn(steps, '[a, t, { when: { failed: t, then: [], so: 1 } }, x, u]')).toEqual([
      '11 flow.2.when.then: List at least one step here.',
      '11 flow.2.when.so: "when" has failed and then, not "so".',
    ]);
    expect(problemsIn(steps, '[a, { all: [t, { when: { failed: t, then: [x] } }] }, u]')).toEqual([
      '11 flow.1.all.1: Put "when" in a list, right after the test it is about.',
      '11 flow.1.all.1.when.failed: Put this right after "t", in the same list.',
    ]);
  });
  test('extra lessons for a test with one attempt', () =>
    expect(problemsIn(quiz('t', '', 1) + lesson('x'), '[t, { when: { failed: t, then: [x] } }]')).toEqual([
      '9 flow.1.when.failed: "t" has one attempt, so there is no next try to read before.',
    ]));
  test('an extra lesson with a place of its own', () =>
    expect(
      problemsIn(quiz('t') + lesson('x', ', opensEarly: true'), '[t, { when: { failed: t, then: [x] } }]'),
    ).toEqual(['8 steps.1.opensEarly: "x" opens when a test is failed: take opensEarly out.']));
});

describe('a flow in which one waiting hand-in stops everything gets a warning', () => {
  test('at the step, and none when something else is open meanwhile', () => {
    const bare = lesson('m1') + handIn('oplaeg') + lesson('m2') + quiz('m2-test') + day('dag');
    expect(warningsIn(bare, inOrder)).toEqual(['8 steps.1.id']);
    expect(warningsIn(waiting, inOrder)).toEqual([]);
    expect(warningsIn(early, inOrder)).toEqual([]);
  });
  test('not for a last hand-in, nor for one in a branch', () => {
    expect(warningsIn(lesson('a') + handIn('b'), '[a, b]')).toEqual([]);
    expect(warningsIn(lesson('a') + handIn('b') + lesson('c'), '[{ all: [a, b] }, c]')).toEqual([]);
  });
  test('for both hand-ins of a course that was written before', () => {
    const parsed = parseCourse(textOf('it-paedagogisk-vejleder'), 'course.yaml');
    expect(parsed.ok && halts(parsed.course.flow, parsed.course.steps)).toEqual(['oplaeg', 'sagen']);
  });
});

describe('between two editions', () => {
  const plain = lesson('m1') + handIn('oplaeg') + lesson('m2') + quiz('m2-test') + day('dag');
  test('what a step says about its place in the order is a requirement, so the change is material', () => {
    const was = courseOf(plain, inOrder);
    expect(changeBetween(was, courseOf(waiting, inOrder))).toMatchObject({
      change: 'material',
      differs: ['steps.oplaeg'],
      steps: [{ step: 'oplaeg', differences: [{ what: 'due-before', from: '–', to: 'dag' }] }],
    });
    expect(changeBetween(courseOf(early, inOrder), was)).toMatchObject({
      change: 'material',
      steps: [{ step: 'm2', differences: [{ what: 'opens-early', from: 'true', to: '–' }] }],
    });
  });
  test('an extra lesson is named at its test and as a new step', () => {
    const extra = courseOf(
      plain + lesson('igen'),
      '[m1, oplaeg, m2, m2-test, { when: { failed: m2-test, then: [igen] } }, dag]',
    );
    const { change, steps } = changeBetween(courseOf(plain, inOrder), extra);
    expect(change).toBe('material');
    expect(steps.map(({ step, differences }) => [step, differences.map(({ what }) => what)])).toEqual([
      ['m2-test', ['extra-lessons']],
      ['igen', ['added']],
    ]);
  });
});
