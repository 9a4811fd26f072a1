import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, StepContext } from '#curriculum/flow/charts/chart.ts';
import type { Course, FlowNode, Step } from '#curriculum/flow/course.ts';
import { chartOf, courseMachine } from '#curriculum/flow/course-machine.ts';
import type { Duration } from '#curriculum/flow/duration.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { lifeCycle } from '#curriculum/flow/life-cycle.ts';
import {
  abstractChart,
  abstractKind,
  countSufficientSets,
  proveCourse,
  sufficientSets,
} from '#curriculum/flow/prove-course.ts';
import { type Search, search, swappingKeysFor } from '#curriculum/flow/search.ts';
import { anyCourse, anyFlow, shipped } from './courses.ts';

const renewal = shipped('fornyelse');
/** What a planted fault needs and no more: a lesson, then a quiz or a day. A proof of the whole renewal takes a second. */
const short: Course = {
  ...renewal,
  steps: renewal.steps.filter(({ id }) => ['nyt-siden-sidst', 'moms', 'erfadag'].includes(id)),
  flow: {
    is: 'in-order',
    of: [
      { is: 'step', id: 'nyt-siden-sidst' },
      {
        is: 'choose',
        n: 1,
        of: [
          { is: 'step', id: 'moms' },
          { is: 'step', id: 'erfadag' },
        ],
      },
    ],
  },
};
const faultsOf = (course: Course, parts: Partial<Parameters<typeof proveCourse>[1]> = {}) => [
  ...new Set(proveCourse(course, { chartOf, lifeCycle, ...parts }).faults.map(({ fault }) => fault)),
];
const bent = (chart: Chart, bend: (states: any) => void) => {
  bend(chart.states);
  return chart;
};

describe('the proof', () => {
  test.each(['it-paedagogisk-vejleder', 'fornyelse'])('finds no fault in %s', (slug) =>
    expect(proveCourse(shipped(slug)).faults).toEqual([]),
  );

  test('finds no fault in a short course before one is planted', () => expect(faultsOf(short)).toEqual([]));

  test('steps that can be swapped are proved together, so a wide course is proved with few states', () => {
    const lessons = (count: number) =>
      Array.from({ length: count }, (_, at): Step => ({ ...short.steps[0]!, id: `trin-${at}` }));
    const quizzes = (count: number) =>
      Array.from({ length: count }, (_, at): Step => ({ ...short.steps[1]!, id: `test-${at}` }));
    const inAnyOrder = (steps: Step[]): Course => {
      const of = steps.map(({ id }): FlowNode => ({ is: 'step', id }));
      return { ...short, steps, flow: { is: 'in-order', of: [{ is: 'all', of }] } };
    };
    const flowStates = (course: Course) => {
      const { faults, parts } = proveCourse(course);
      expect(faults).toEqual([]);
      return parts.find(({ name }) => name === 'flow')!.states;
    };
    expect(flowStates(inAnyOrder(lessons(18)))).toBeLessThan(100);
    expect(flowStates(inAnyOrder(lessons(121)))).toBeLessThan(400);
    expect(flowStates(inAnyOrder([...lessons(6), ...quizzes(4)]))).toBeLessThan(5_000);
  });

  test('steps that can be swapped do not hide a fault: the search comes to the same states but for a swap', () => {
    fc.assert(
      fc.property(anyCourse(4), (course) => {
        const machine = courseMachine(course, { chartOf: abstractChart, lifeCycle });
        const nameOf = swappingKeysFor(course, abstractKind);
        const stays = ({ type }: FlowEvent) => !['suspended', 'withheld', 'waitlisted', 'withdrawn'].includes(type);
        const [plain, swapped] = [search(machine, stays), search(machine, stays, undefined, nameOf)];
        const names = (found: Search) => new Set([...found.states.values()].map(nameOf));
        expect(names(swapped)).toEqual(names(plain));
        expect(swapped.states.size).toBe(names(swapped).size);
      }),
      { numRuns: 15 },
    );
  });

  test('a wide course of unlike branches is refused by a rule that says so, and not searched for ever', () => {
    const steps = Array.from({ length: 60 }, (_, at): Step => ({ ...short.steps[0]!, id: `trin-${at}` }));
    const branches = Array.from({ length: 10 }, (_, branch): FlowNode => {
      const of = steps.slice((branch * (branch + 1)) / 2, ((branch + 1) * (branch + 2)) / 2);
      return { is: 'in-order', of: of.map(({ id }) => ({ is: 'step', id })) };
    });
    const course = { ...short, steps: steps.slice(0, 55), flow: { is: 'all' as const, of: branches } };
    expect(proveCourse(course).faults).toEqual([{ fault: 'too-wide', where: 'flow' }]);
    const of = steps.slice(0, 40).map(({ id }): FlowNode => ({ is: 'step', id }));
    const chosen = { ...short, steps: steps.slice(0, 40), flow: { is: 'choose' as const, n: 20, of } };
    expect(proveCourse(chosen).faults).toEqual([{ fault: 'too-wide', where: 'flow' }]);
  });

  test('the sufficient sets are counted as they would be spelled out', () => {
    fc.assert(
      fc.property(anyFlow(8), (flow) => {
        expect(countSufficientSets(flow)).toBe(sufficientSets(flow).length);
      }),
    );
  });

  test('finds no fault in any parsed course', () => {
    fc.assert(
      fc.property(anyCourse(4), (course) => {
        // A course that is too wide to be searched whole is refused as such; that is no fault of a chart.
        expect(proveCourse(course).faults.filter(({ fault }) => fault !== 'too-wide')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the proof finds a planted', () => {
  test('dead end: nobody leaves the waiting time', () => {
    expect(
      faultsOf(short, {
        chartOf: (step, stepContext) =>
          bent(chartOf(step, stepContext), ({ cooling }) => {
            if (cooling) cooling.on = {};
          }),
      }),
    ).toContain('dead-end');
  });
  test('dead end: leave without a way back', () => {
    expect(
      faultsOf(short, {
        lifeCycle: (window) =>
          bent(lifeCycle(window), ({ suspended }) => {
            delete suspended.on.resumed;
          }),
      }),
    ).toContain('dead-end');
  });
  test('state that cannot be reached', () => {
    expect(
      faultsOf(short, {
        chartOf: (step, stepContext) =>
          bent(chartOf(step, stepContext), (states) => {
            states.orphan = {};
          }),
      }),
    ).toEqual(['unreachable']);
  });
  test('impossible choice, and the step behind it', () => {
    const flow = structuredClone(renewal.flow);
    if (flow.is === 'step' || flow.of[1]!.is !== 'choose') throw new Error('not the renewal');
    flow.of[1]!.n = 5;
    expect(faultsOf({ ...renewal, flow })).toEqual(expect.arrayContaining(['never-certified', 'unreachable']));
  });
  test('bypass: a leader may assess an unfinished course', () => {
    const bypass = (window: Duration) =>
      bent(lifeCycle(window), ({ active }) => {
        active.on.cleared = 'assessed';
      });
    expect(faultsOf(short, { lifeCycle: bypass })).toContain('bypass');
  });
  test('bypass: an excuse counts as attendance', () => {
    expect(
      faultsOf(short, {
        chartOf: (step, stepContext) =>
          bent(chartOf(step, stepContext), ({ pending }) => {
            if (pending) pending.on['excused:erfadag'] = 'done';
          }),
      }),
    ).toContain('bypass');
  });
  test('bypass: staying away counts as attendance', () => {
    expect(
      faultsOf(short, {
        chartOf: (step, stepContext) =>
          bent(chartOf(step, stepContext), ({ pending }) => {
            if (pending) pending.on['absent:erfadag'] = 'done';
          }),
      }),
    ).toContain('bypass');
  });
  test('bypass: a correction to any note counts as attendance', () => {
    expect(
      faultsOf(short, {
        chartOf: (step, stepContext) =>
          bent(chartOf(step, stepContext), ({ 'make-up': makeUp }) => {
            if (makeUp) makeUp.on['attendance-corrected:erfadag'] = 'done';
          }),
      }),
    ).toContain('bypass');
  });
  test('dead end: a day that was undone and cannot be met', () => {
    const day = short.steps.filter(({ id }) => id === 'erfadag');
    const inOrder = [...day, ...short.steps.filter(({ kind }) => kind === 'lesson')];
    const of = inOrder.map(({ id }) => ({ is: 'step' as const, id }));
    expect(
      faultsOf(
        { ...short, steps: inOrder, flow: { is: 'in-order', of } },
        {
          chartOf: (step, stepContext) =>
            bent(chartOf(step, stepContext), (states) => {
              if (states.done.on['attendance-corrected:erfadag'])
                states.done.on['attendance-corrected:erfadag'].at(-1).target = 'lost';
              states.lost = {};
            }),
        },
      ),
    ).toContain('dead-end');
  });
  test('bypass: an exhausted step that counts as done', () => {
    expect(
      faultsOf(short, {
        chartOf: (step, stepContext) =>
          bent(chartOf(step, stepContext), ({ exhausted }) => {
            if (exhausted) exhausted.entry = [stepContext.settle('done')];
          }),
      }),
    ).toContain('bypass');
  });
  /** Whatever is scored counts as passed, at this step alone. */
  const passes = (id: string) => (step: Step, stepContext: StepContext) =>
    bent(chartOf(step, stepContext), ({ 'in-attempt': inAttempt }) => {
      if (step.id === id) inAttempt.on[`quiz-scored:${id}`] = 'done';
    });
  test('bypass: a quiz that any score passes', () =>
    expect(faultsOf(short, { chartOf: passes('moms') })).toContain('bypass'));
  test('bypass in one of two steps of a kind that differ in their demands', () => {
    const stricter = short.steps.map((step) => (step.id === 'moms' ? ({ ...step, passMark: 0.9 } as Step) : step));
    const easier = { ...short.steps.find(({ id }) => id === 'moms')!, id: 'moms-igen' };
    const flow = { is: 'in-order' as const, of: [short.flow, { is: 'step' as const, id: easier.id }] };
    const both = { ...short, steps: [...stricter, easier], flow };
    expect(faultsOf(both)).toEqual([]);
    expect(faultsOf(both, { chartOf: passes('moms') })).toContain('bypass');
  });
  test('state of the enrolment that cannot be reached', () => {
    const limbo = (window: Duration) =>
      bent(lifeCycle(window), (states) => {
        states.limbo = { type: 'final' };
      });
    expect(proveCourse(short, { chartOf, lifeCycle: limbo }).faults).toEqual([
      { fault: 'unreachable', where: 'life.limbo' },
    ]);
  });
  test('course too wide to prove', () => {
    expect(proveCourse(renewal, { chartOf, lifeCycle }, 200).faults).toContainEqual({
      fault: 'too-wide',
      where: 'flow',
    });
  });
});
