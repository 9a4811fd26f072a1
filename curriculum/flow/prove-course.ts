import { type Chart, type StepContext, stepChart, within } from './charts/chart.ts';
import { type Course, type FlowNode, type Step, stepNodesIn } from './course.ts';
import { type CourseMachine, type CourseSnapshot, chartOf, courseMachine } from './course-machine.ts';
import type { FlowEvent } from './flow-event.ts';
import { placesOf } from './interchangeable.ts';
import { ends, lifeCycle } from './life-cycle.ts';
import { type Search, search, stuckIn, swappingKeysFor } from './search.ts';

export type Fault = {
  fault: 'dead-end' | 'unreachable' | 'never-certified' | 'never-attended' | 'bypass' | 'too-wide';
  where: string;
};
export type Proof = {
  ok: boolean;
  states: number;
  parts: { name: string; states: number; edges: number }[];
  faults: Fault[];
};

/** One can always leave early, so a state with no other way out is still a dead end. */
const leaves = new Set(['withdrawn', 'deadline-passed', 'no-show', 'declined', 'hold-closed']);
const walksOn = (event: FlowEvent) => !leaves.has(event.type);

/**
 * Checks each step's chart together with the whole life cycle, then the whole flow with steps that are only open, done
 * or exhausted.
 */
export function proveCourse(course: Course, parts = { chartOf, lifeCycle }, limit = 50_000): Proof {
  const faults: Fault[] = [];
  const proved: Proof['parts'] = [];
  const livesSeen = new Set<string>();
  const record = (name: string, found: Search) => {
    proved.push({ name, states: found.states.size, edges: found.edges.length });
    if (!found.complete) faults.push({ fault: 'too-wide', where: name });
    for (const { value } of found.states.values()) livesSeen.add(value.life);
  };

  // A test with extra lessons has a chart of its own.
  const helped = new Set(stepNodesIn(course.flow).flatMap(({ id, whenFailed }) => (whenFailed ? [id] : [])));
  for (const step of distinct(course.steps, (each) => `${helped.has(each.id)} ${chartKey(each)}`)) {
    const alone = courseMachine({ ...course, steps: [step], flow: { is: 'step', id: step.id } }, parts);
    const beside = courseMachine(
      {
        ...course,
        steps: [step, other],
        flow: {
          is: 'choose',
          n: 1,
          of: [
            { is: 'step', id: step.id },
            { is: 'step', id: other.id },
          ],
        },
      },
      parts,
    );
    const searches = [search(alone, undefined, limit), search(beside, (event) => event.type !== 'suspended', limit)];
    // A course day can be undone only while something else is left to do, so this search adds a step after it.
    if (step.kind === 'day') searches.push(search(before(course, step, parts), undefined, limit));
    const [a, b, c] = searches as [Search, Search, Search?];
    record(step.id, a);
    record(`${step.id} (choose)`, b);
    if (c) record(`${step.id} (in order)`, c);
    faults.push(...faultsOf(alone, a, step.id), ...unseen(alone, step.id, searches));
    if (c) faults.push(...faultsOf(before(course, step, parts), c, `${step.id} in order`));
    if (step.kind === 'quiz' && helped.has(step.id)) {
      const withLesson = courseMachine(
        { ...course, steps: [step, other], flow: { is: 'step', id: step.id, whenFailed: [other.id] } },
        parts,
      );
      const found = search(withLesson, undefined, limit);
      searches.push(found);
      record(`${step.id} (extra lesson)`, found);
      faults.push(...faultsOf(withLesson, found, `${step.id} with an extra lesson`), ...readsFirst(step.id, found));
    }
    for (const { from, to, event } of searches.flatMap(({ edges }) => edges)) {
      const arrived = searches.some(
        ({ states }) =>
          states.get(to)?.value.steps[step.id] === 'done' && states.get(from)?.value.steps[step.id] !== 'done',
      );
      if (arrived && !earns(step, event)) faults.push({ fault: 'bypass', where: `${step.id} by ${event.type}` });
    }
  }

  const flow = courseMachine(course, { ...parts, chartOf: abstractChart });
  // The abstract chart handles all corrections alike, so one kind is enough.
  const isSpare = (event: FlowEvent) =>
    event.type === 'attendance-corrected' && !(event.was === 'attended' && event.now === 'absent' && event.reason);
  const stays = (event: FlowEvent) =>
    !isSpare(event) &&
    walksOn(event) &&
    event.type !== 'suspended' &&
    event.type !== 'withheld' &&
    event.type !== 'waitlisted';
  const whole = search(flow, stays, limit, swappingKeysFor(course, abstractKind));
  record('flow', whole);
  faults.push(...faultsOf(flow, whole, 'flow'));
  if (whole.complete) faults.push(...neverOpen(course, whole));
  const mayFail = course.steps.some((step) => 'attempts' in step);
  const lives = Object.keys(flow.life.states).filter(
    (life) => mayFail || !['failed', 'appeal', 'closed-failed'].includes(life),
  );
  faults.push(
    ...lives
      .filter((life) => !livesSeen.has(life))
      .map((life): Fault => ({ fault: 'unreachable', where: `life.${life}` })),
  );

  const found = distinct(faults, ({ fault, where }) => `${fault} ${where}`);
  return {
    ok: found.length === 0,
    states: proved.reduce((sum, { states }) => sum + states, 0),
    parts: proved,
    faults: found,
  };
}

/** Does every attempt after a failed one begin with the extra lesson read? Found by walking each edge. */
function readsFirst(id: string, { states, edges }: Search): Fault[] {
  const skipped = edges.some(({ from, event }) => {
    const { value, context } = states.get(from)!;
    return event.type === 'quiz-started' && context.outcomes[id] === 'failed' && value.steps[other.id] !== 'done';
  });
  return skipped ? [{ fault: 'bypass', where: `the extra lesson of ${id}` }] : [];
}

/**
 * Steps that differ only in id, title, questions, rubric, minutes, goals or their place in the order have the same chart,
 * so it is proved once.
 */
const chartKey = ({ id: _, title: __, ...step }: Step) =>
  JSON.stringify({
    ...step,
    ...(step.kind === 'practical' && { passMark: 0, blind: 0, double: 0 }),
    ...{ blueprint: 0, rubric: 0, minutes: 0, goals: 0, opensEarly: 0, dueBefore: 0 },
  });

function distinct<T>(list: readonly T[], keyOf: (each: T) => string): T[] {
  return [...new Map(list.map((each) => [keyOf(each), each])).values()];
}

function faultsOf({ course }: CourseMachine, found: Search, name: string): Fault[] {
  if (!found.complete) return [];
  if (countSufficientSets(course.flow) > mostSets) return [{ fault: 'too-wide', where: name }];
  const { states } = found;
  const snapshots = [...states.values()];
  const isEnd = ({ value }: CourseSnapshot) => ends.has(value.life);
  const places = new Set(
    stuckIn(found, isEnd, walksOn).map(({ value }) => `${name}: ${value.life}, ${activeSteps(value)}`),
  );
  const sets = sufficientSets(course.flow);
  const paid = ({ value }: CourseSnapshot) => sets.some((set) => [...set].every((id) => value.steps[id] === 'done'));
  const end = course.end ?? 'certified';
  const bypassed = snapshots.some(
    (snapshot) => ['assessed', 'withheld', 'certified', 'attended'].includes(snapshot.value.life) && !paid(snapshot),
  );
  return [
    ...[...places].slice(0, 5).map((where): Fault => ({ fault: 'dead-end', where })),
    ...(snapshots.some(({ value }) => value.life === end) ? [] : [{ fault: `never-${end}`, where: name } as const]),
    ...(bypassed ? [{ fault: 'bypass', where: name } as const] : []),
  ];
}

const activeSteps = (value: CourseSnapshot['value']) =>
  Object.entries(value.steps)
    .filter(([, state]) => !['closed', 'done', 'not-chosen'].includes(state))
    .map(([id, state]) => `${id} ${state}`)
    .join(' ');

/** The steps that no state opens. If a step opens, so do those it can be swapped with, though the search left that out. */
function neverOpen(course: Course, { states }: Search): Fault[] {
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  const places = placesOf(course.flow, (id) => abstractKind(steps.get(id)!));
  const opened = new Set(
    [...states.values()].flatMap(({ value }) =>
      [...places].flatMap(([id, place]) => (['closed', 'not-chosen'].includes(value.steps[id]!) ? [] : [place])),
    ),
  );
  return [...places].filter(([, place]) => !opened.has(place)).map(([id]) => ({ fault: 'unreachable', where: id }));
}

function unseen(machine: CourseMachine, id: string, searches: Search[]): Fault[] {
  const seen = new Set(searches.flatMap(({ states }) => [...states.values()].map(({ value }) => value.steps[id])));
  return Object.keys(machine.steps[id]!.states)
    .filter((state) => state !== 'closed' && !seen.has(state))
    .map((state) => ({ fault: 'unreachable', where: `${id}.${state}` }));
}

/** The facts that may make a step done, written independently of the charts in order to check them. */
export function earns(step: Step, event: FlowEvent): boolean {
  if (event.type === 'appeal-upheld') return event.remedy === 'pass' && 'attempts' in step;
  switch (step.kind) {
    case 'lesson':
      return event.type === 'lesson-read';
    case 'quiz':
      return (event.type === 'quiz-scored' || event.type === 'quiz-timed-out') && event.score >= step.passMark;
    case 'practical':
      return event.type === 'accepted';
    case 'day':
      return event.type === 'attended' || (event.type === 'attendance-corrected' && event.now === 'attended');
  }
}

/** Every minimal set of steps that completes the flow, spelled out in order to check the combinators. */
export function sufficientSets(node: FlowNode): Set<string>[] {
  if (node.is === 'step') return [new Set([node.id])];
  const of = node.of.map(sufficientSets);
  const n = node.is === 'choose' ? node.n : of.length;
  return pick(of, n).flatMap((chosen) =>
    chosen.reduce<Set<string>[]>(
      (sets, more) => sets.flatMap((set) => more.map((each) => new Set([...set, ...each]))),
      [new Set()],
    ),
  );
}

/** How many sets of steps may be looked at one by one. */
const mostSets = 100_000;

/** How many sets `sufficientSets` would spell out. */
export function countSufficientSets(node: FlowNode): number {
  if (node.is === 'step') return 1;
  // ways[n] is in how many ways n of the branches so far can be chosen and completed.
  const ways = [1];
  for (const each of node.of.map(countSufficientSets))
    for (let n = ways.length; n > 0; n--) ways[n] = (ways[n] ?? 0) + ways[n - 1]! * each;
  return ways[node.is === 'choose' ? node.n : node.of.length] ?? 0;
}

function pick<T>(from: readonly T[], n: number): T[][] {
  if (n === 0) return [[]];
  if (n > from.length) return [];
  return from.flatMap((first, at) => pick(from.slice(at + 1), n - 1).map((rest) => [first, ...rest]));
}

/** A course of this step followed by another. */
function before(course: Course, step: Step, parts: { chartOf: typeof chartOf; lifeCycle: typeof lifeCycle }) {
  const of = [step, other].map(({ id }): FlowNode => ({ is: 'step', id }));
  return courseMachine({ ...course, steps: [step, other], flow: { is: 'in-order', of } }, parts);
}

const other: Step = { id: 'other-step', kind: 'lesson', title: { da: 'Et andet trin', en: 'Another step' } };

/** Steps of one abstract kind have the same abstract chart, and the same name in the same state. */
export const abstractKind = (step: Step) =>
  'attempts' in step ? `may-fail-${step.attempts}` : step.kind === 'day' ? 'day' : 'sure';

/** A step as the flow sees it. Its own events do not matter here, so it borrows those of a practical. */
export function abstractChart(step: Step, stepContext: StepContext): Chart {
  const { note, settle, factsOf, keepsChoices, hasExtraLessons, extraLessonsRead } = stepContext;
  const mayFail = 'attempts' in step;
  const during = ['active', 'failed', 'appeal'];
  const undone = within(['active'], [keepsChoices], { to: 'open', then: [settle(undefined)] });
  const states = {
    open: {
      on: {
        accepted: within(['active'], hasExtraLessons ? [extraLessonsRead] : [], { to: 'done' }),
        ...(hasExtraLessons && {
          returned: within(['active'], [extraLessonsRead], { to: 'open', then: [note(() => ({})), settle('failed')] }),
        }),
        ...(mayFail && {
          rejected: within(['active'], hasExtraLessons ? [extraLessonsRead] : [], {
            to: 'exhausted',
            then: [note((_, { at }) => ({ decidedAt: at }))],
          }),
        }),
      },
    },
    ...(mayFail && {
      exhausted: {
        entry: [settle('exhausted')],
        on: {
          'appeal-lodged': within(
            during,
            [(facts) => (factsOf(facts).appealUsed ? { reason: 'appeal-used' } : undefined)],
            { to: 'appealed', then: [note(() => ({ appealUsed: true })), settle('appealed')] },
          ),
        },
      },
      appealed: {
        on: {
          'appeal-upheld': within(
            during,
            [],
            { when: (_, { remedy }) => remedy === 'pass', to: 'done' },
            { to: 'open', then: [settle(undefined)] },
          ),
          'appeal-dismissed': within(during, [], { to: 'exhausted' }),
        },
      },
    }),
  };
  return stepChart(step, stepContext, 'open', states, step.kind === 'day' ? { 'attendance-corrected': undone } : {});
}
