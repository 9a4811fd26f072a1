import { type AnyActorScope, type AnyStateMachine, type AnyStateNode, createActor, createMachine } from 'xstate';
import { type Chart, type ChartEvent, type Facts, type StepContext, stepContextOf } from './charts/chart.ts';
import { dayChart, lessonChart } from './charts/lesson-and-day.ts';
import { practicalChart } from './charts/practical.ts';
import { quizChart } from './charts/quiz.ts';
import { standingOf, type Verdict } from './combinators.ts';
import type { Course, Step } from './course.ts';
import type { EnrolmentState } from './enrolment-state.ts';
import type { FlowEvent, MigratedEvent } from './flow-event.ts';
import { lifeCycle } from './life-cycle.ts';

export type CourseSnapshot = { value: { life: EnrolmentState; steps: Record<string, string> }; context: Facts };
/**
 * The parallel parts of one course: the life of the enrolment and each step. Each is an XState machine over the same
 * facts.
 */
export type CourseMachine = { course: Course; life: AnyStateMachine; steps: Record<string, AnyStateMachine> };
export type ChartMakers = { chartOf: typeof chartOf; lifeCycle: typeof lifeCycle };

export function chartOf(step: Step, stepContext: StepContext): Chart {
  switch (step.kind) {
    case 'lesson':
      return lessonChart(step, stepContext);
    case 'quiz':
      return quizChart(step, stepContext);
    case 'practical':
      return practicalChart(step, stepContext);
    case 'day':
      return dayChart(step, stepContext);
  }
}

/** Build it once per course and keep it. */
export function courseMachine(course: Course, parts: ChartMakers = { chartOf, lifeCycle }): CourseMachine {
  // XState starts each machine once. Without these facts, a guard would throw at the start and XState would catch it.
  const context: Facts = { ...factsAtFirst(course), open: [], notChosen: [] };
  const region = (chart: Chart) => createMachine({ ...chart, context } as never) as AnyStateMachine;
  return {
    course,
    life: region(parts.lifeCycle(course.appealWindow, course.end)),
    steps: Object.fromEntries(
      course.steps.map((step) => [step.id, region(parts.chartOf(step, stepContextOf(course, step)))]),
    ),
  };
}

/**
 * The same machines as one parallel XState machine: for drawing and inspecting, and for testing the loop below against
 * it.
 */
export function asOneMachine(course: Course, parts: ChartMakers = { chartOf, lifeCycle }): AnyStateMachine {
  const steps = Object.fromEntries(
    course.steps.map((step) => [step.id, parts.chartOf(step, stepContextOf(course, step))]),
  );
  return createMachine({
    id: course.id,
    type: 'parallel',
    context: () => factsAtFirst(course),
    states: { life: parts.lifeCycle(course.appealWindow, course.end), steps: { type: 'parallel', states: steps } },
  } as never) as AnyStateMachine;
}

const factsAtFirst = (course: Course): Facts => ({
  life: 'requested',
  at: '',
  steps: {},
  ...standingOf(course.flow, {}),
});

export function chartEventOf(fact: FlowEvent): ChartEvent {
  return { type: 'step' in fact ? `${fact.type}:${fact.step}` : fact.type, fact };
}

export function snapshotAtStart(machine: CourseMachine): CourseSnapshot {
  const { course } = machine;
  const value = { life: 'requested' as const, steps: Object.fromEntries(course.steps.map(({ id }) => [id, 'closed'])) };
  return settled(machine, { value, context: factsAtFirst(course) });
}

/** The state one region is in. */
export function stateIn(machine: CourseMachine, { value }: CourseSnapshot, step?: string): AnyStateNode | undefined {
  return step === undefined ? machine.life.states[value.life] : machine.steps[step]?.states[value.steps[step]!];
}

/** XState ignores an unexpected event silently, so ask `can` first. */
export function snapshotAfter(machine: CourseMachine, snapshot: CourseSnapshot, fact: FlowEvent): CourseSnapshot {
  const next = moveRegion(machine, snapshot, chartEventOf(fact), 'step' in fact ? fact.step : undefined);
  return next.context.outcomes === snapshot.context.outcomes ? next : settled(machine, next, snapshot.context.verdict);
}

export function moveRegion(
  machine: CourseMachine,
  snapshot: CourseSnapshot,
  event: { type: string },
  step?: string,
): CourseSnapshot {
  const region = step === undefined ? machine.life : machine.steps[step];
  if (!region) return snapshot;
  const from = step === undefined ? snapshot.value.life : snapshot.value.steps[step]!;
  const next = region.transition(restAt(region, from, snapshot.context), event, scopeOf(region));
  // XState does not throw errors from guards and actions; it stores them in the snapshot.
  if (next.status === 'error') throw next.error;
  if (next.context === snapshot.context && next.value === from) return snapshot;
  const value =
    step === undefined
      ? { ...snapshot.value, life: next.value }
      : { ...snapshot.value, steps: { ...snapshot.value.steps, [step]: next.value } };
  return { value, context: next.context };
}

// XState's own `transition` starts an actor for each event, which takes longer than the event. Nothing is started or
// sent by these charts, so one actor that never runs is enough for each of them.
const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();
function scopeOf(region: AnyStateMachine): AnyActorScope {
  const known = scopes.get(region);
  if (known) return known;
  const self = createActor(region);
  const nothing = () => {};
  const scope: AnyActorScope = {
    ...{ self, id: '', sessionId: '', system: self.system, logger: nothing },
    ...{ defer: nothing, emit: nothing, stopChild: nothing, actionExecutor: nothing },
  };
  scopes.set(region, scope);
  return scope;
}

// A state is looked up in its chart once; only the facts differ from then on.
const rests = new WeakMap<AnyStateMachine, Map<string, ReturnType<AnyStateMachine['resolveState']>>>();
function restAt(region: AnyStateMachine, state: string, context: Facts): ReturnType<AnyStateMachine['resolveState']> {
  const known = rests.get(region) ?? new Map();
  if (known.size === 0) rests.set(region, known);
  const rest = known.get(state) ?? region.resolveState({ value: state, context });
  if (!known.has(state)) known.set(state, rest);
  return { ...rest, context };
}

const settledStates = new Set(['closed', 'done', 'not-chosen']);

/**
 * Opens and closes steps as the flow demands and marks those that were not chosen. If the verdict has changed, the life
 * of the enrolment is told.
 */
function settled(machine: CourseMachine, snapshot: CourseSnapshot, before?: Verdict): CourseSnapshot {
  const { open, notChosen, verdict } = snapshot.context;
  const shut = Object.entries(snapshot.value.steps).filter(
    ([id, state]) => !open.includes(id) && !settledStates.has(state),
  );
  const touched = [
    ...open.filter((id) => snapshot.value.steps[id] === 'closed'),
    ...notChosen,
    ...shut.flatMap(([id]) => (notChosen.includes(id) ? [] : [id])),
  ];
  // XState takes `always` transitions on any event, so we send one that no state listens for.
  const settle = { type: 'settle' };
  const opened = touched.reduce((each, id) => moveRegion(machine, each, settle, id), snapshot);
  return verdict === before ? opened : moveRegion(machine, opened, settle);
}

/** The state of a migrated enrolment on this edition. */
export function snapshotAfterMigration(machine: CourseMachine, { at, life, kept }: MigratedEvent): CourseSnapshot {
  const { course } = machine;
  const known = course.steps.flatMap(({ id }) => (kept[id] ? [[id, kept[id]] as const] : []));
  const outcomes = Object.fromEntries(known.map(([id, { outcome }]) => [id, outcome]));
  return settled(machine, {
    value: {
      life,
      steps: Object.fromEntries([
        ...course.steps.map(({ id }) => [id, 'closed']),
        ...known.map(([id, { state }]) => [id, state]),
      ]),
    },
    context: {
      life,
      at,
      steps: Object.fromEntries(known.map(([id, { facts }]) => [id, facts])),
      ...standingOf(course.flow, outcomes),
    },
  });
}
