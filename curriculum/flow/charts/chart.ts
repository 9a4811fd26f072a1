import { assign, type StateNodeConfig } from 'xstate';
import { extraLessons, hasMadeChoice, type Outcome, type Standing, standingOf } from '#curriculum/flow/combinators.ts';
import { type Course, type Step, stepNodesIn } from '#curriculum/flow/course.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { type FlowEvent, noFacts, type StepEvent, type StepFacts } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';

export type Facts = Standing & { life: EnrolmentState; at: string; steps: Record<string, StepFacts> };
/**
 * The machine receives "quiz-scored:m2-test": with one event name per step, no guard has to check which step is meant.
 */
export type ChartEvent = { type: string; fact: FlowEvent };
// StateNodeConfig has eleven type parameters; they do not help, because our charts are made at run time.
export type Chart = StateNodeConfig<Facts, ChartEvent, any, any, any, any, any, any, any, any>;
export type Transitions = NonNullable<Chart['on']>;

/** A condition that can say why it is not met. */
export type Need<E extends FlowEvent = any> = (facts: Facts, event: E) => Refusal | undefined;
type Branch = { when?: (facts: Facts, event: any) => boolean; to?: string; then?: unknown[] };

const remember = assign(({ event }: { event: ChartEvent }) => ({ at: event.fact.at }));

/**
 * Transitions for one event: if all needs are met, the first branch that applies is taken. `can` reads the needs from
 * `meta`.
 */
export function on(needs: Need[], ...branches: Branch[]): any {
  return branches.map(({ when, to, then = [] }) => ({
    ...(to !== undefined && { target: to }),
    meta: { needs },
    actions: [remember, ...then],
    guard: ({ context, event }: { context: Facts; event: ChartEvent }) =>
      needs.every((need) => !need(context, event.fact)) && (!when || when(context, event.fact)),
  }));
}

/** The same, but only while the enrolment is in one of these states. */
export function within(lives: string[], needs: Need[], ...branches: Branch[]): any {
  return on(
    [({ life }) => (lives.includes(life) ? undefined : { reason: 'enrolment', state: life }), ...needs],
    ...branches,
  );
}

export type StepContext = ReturnType<typeof stepContextOf>;

/** What a step's chart may read and write. */
export function stepContextOf(course: Course, step: Step) {
  const { id } = step;
  const factsOf = (facts: Facts) => facts.steps[id] ?? noFacts;
  const node = stepNodesIn(course.flow).find((each) => each.id === id);
  return {
    /** True if a failed attempt opens extra lessons. */
    hasExtraLessons: node?.whenFailed !== undefined,
    /** The extra lessons are read before the next attempt. */
    extraLessonsRead: ((facts) => {
      const lessons = node ? extraLessons(node, facts.outcomes) : [];
      return lessons.length > 0 ? { reason: 'read-first', lessons } : undefined;
    }) satisfies Need as Need,
    factsOf,
    note: (change: (mine: StepFacts, event: any) => Partial<StepFacts>) =>
      assign(({ context, event }: { context: Facts; event: ChartEvent }) => ({
        steps: { ...context.steps, [id]: { ...factsOf(context), ...change(factsOf(context), event.fact) } },
      })),
    settle: (outcome: Outcome | undefined) =>
      assign(({ context }: { context: Facts }) => standingOf(course.flow, { ...context.outcomes, [id]: outcome })),
    appealWindow: course.appealWindow,
    /** If other steps were skipped because this one was done, it cannot be undone. */
    keepsChoices: ((facts) =>
      hasMadeChoice(course.flow, facts.outcomes, id) ? { reason: 'choice-made' } : undefined) satisfies Need,
  };
}

type States = Record<string, { on?: Record<string, unknown>; entry?: unknown[] }>;

/**
 * The states around every step: closed until the flow opens it, and closed again if that is undone before work has
 * begun; not chosen when other steps were chosen; done for good, apart from the events in `whenDone`.
 */
export function stepChart(
  step: Step,
  stepContext: StepContext,
  first: string,
  states: States,
  whenDone: Record<string, unknown> = {},
): Chart {
  const { id } = step;
  const left = { guard: ({ context }: { context: Facts }) => context.notChosen.includes(id), target: 'not-chosen' };
  const opens = { guard: ({ context }: { context: Facts }) => context.open.includes(id), target: first };
  const shuts = { guard: ({ context }: { context: Facts }) => !context.open.includes(id), target: 'closed' };
  const done = stepContext.note((_, event: StepEvent) => ({ doneAt: event.at }));
  return {
    initial: 'closed',
    states: {
      closed: { always: [left, opens] },
      ...Object.fromEntries(
        Object.entries(states).map(([name, state]) => [
          name,
          { ...state, always: name === first ? [left, shuts] : [left], on: forStep(id, state.on ?? {}) },
        ]),
      ),
      done: { entry: [done, stepContext.settle('done')], on: forStep(id, whenDone) },
      'not-chosen': {},
    },
  } as Chart;
}

const forStep = (id: string, handlers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(handlers).map(([type, transitions]) => [`${type}:${id}`, transitions]));
