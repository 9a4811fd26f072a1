import { type Outcome, openSteps } from './combinators.ts';
import type { Course, FlowNode, Step } from './course.ts';
import { type HistoryEvent, type KeptStep, type MigratedEvent, noFacts } from './flow-event.ts';
import { replay } from './progress.ts';

export type Migration =
  | { ok: false; reason: 'not-running'; state: string }
  | { ok: false; reason: 'earlier-than-last'; last: string }
  | { ok: true; change: 'editorial'; differs: string[]; append: MigratedEvent }
  | {
      ok: true;
      change: 'material';
      differs: string[];
      kept: string[];
      lost: string[];
      decide: { stay: []; migrate: [MigratedEvent]; restart: [MigratedEvent] };
    };

const untouched = new Set(['closed', 'not-chosen', 'unread', 'pending', 'ready', 'draft']);
const running = new Set(['requested', 'waitlisted', 'enrolled', 'active', 'suspended', 'failed', 'appeal']);
/**
 * Work that somebody else is handling continues even if the new order has not opened the step yet. So does a quiz that
 * is being taken: its questions were fixed at the start, and an editorial change must not cost an attempt.
 */
const goesOn = new Set(['done', 'exhausted', 'submitted', 'in-review', 'in-attempt', 'lodged', 'second-review']);

/**
 * A change is material when it touches a requirement. Words, titles and minutes are not requirements, nor is the order
 * inside "all" and "choose".
 */
export function changeBetween(from: Course, to: Course): { change: 'editorial' | 'material'; differs: string[] } {
  const ids = [...new Set([...from.steps, ...to.steps].map(({ id }) => id))];
  const differs = [
    ...ids.filter((id) => demandOf(from, id) !== demandOf(to, id)).map((id) => `steps.${id}`),
    ...(shapeOf(from.flow) === shapeOf(to.flow) ? [] : ['flow']),
    ...(from.validity.months === to.validity.months ? [] : ['validity']),
    ...(JSON.stringify(from.appealWindow) === JSON.stringify(to.appealWindow) ? [] : ['appealWindow']),
  ];
  return { change: differs.length > 0 ? 'material' : 'editorial', differs };
}

/** What an edition change means for one running enrolment, as the events to append. */
export function planMigration(from: Course, to: Course, events: readonly HistoryEvent[], at: string): Migration {
  const { value, context } = replay(from, events);
  if (!running.has(value.life)) return { ok: false, reason: 'not-running', state: value.life };
  if (at < context.at) return { ok: false, reason: 'earlier-than-last', last: context.at };
  const { change, differs } = changeBetween(from, to);
  const begun = (id: string) =>
    !untouched.has(value.steps[id]!) || (context.steps[id] !== undefined && value.steps[id] !== 'not-chosen');

  // A material change keeps only steps with the same id, requirement and digest. An editorial change keeps every step,
  // because it only corrects the words.
  const sameWords = (id: string) => change === 'editorial' || from.digests?.[id] === to.digests?.[id];
  const same = to.steps.map(({ id }) => id).filter((id) => demandOf(from, id) === demandOf(to, id) && sameWords(id));
  const outcomes = Object.fromEntries(
    same.map((id): [string, Outcome | undefined] => [id, value.steps[id] === 'done' ? 'done' : undefined]),
  );
  const open = new Set(openSteps(to.flow, outcomes));
  const kept = Object.fromEntries(
    same.flatMap((id): [string, KeptStep][] => {
      const state = value.steps[id]!;
      if (!begun(id)) return [];
      return [
        [
          id,
          {
            state: open.has(id) || goesOn.has(state) ? state : 'closed',
            facts: context.steps[id] ?? noFacts,
            ...(context.outcomes[id] && { outcome: context.outcomes[id] }),
          },
        ],
      ];
    }),
  );

  const life = ['failed', 'appeal'].includes(value.life) ? 'active' : value.life;
  const move: MigratedEvent = { at, type: 'migrated', edition: to.edition, life, kept };
  if (change === 'editorial') return { ok: true, change, differs, append: move };
  const restart: MigratedEvent = {
    ...move,
    life: life === 'active' || life === 'suspended' ? 'enrolled' : life,
    kept: {},
  };
  const lost = Object.keys(value.steps).filter((id) => begun(id) && !kept[id]);
  return {
    ok: true,
    change,
    differs,
    kept: Object.keys(kept),
    lost,
    decide: { stay: [], migrate: [move], restart: [restart] },
  };
}

function demandOf(course: Course, id: string): string | undefined {
  const step = course.steps.find((each) => each.id === id);
  return step && JSON.stringify(demand(step));
}

function demand(step: Step): unknown[] {
  switch (step.kind) {
    case 'lesson':
    case 'day':
      return [step.kind];
    case 'quiz':
      return [
        step.kind,
        step.blueprint.map(({ bank, draw }) => [bank, draw]),
        step.passMark,
        step.attempts,
        step.delay,
        step.timeLimit,
      ];
    case 'practical':
      return [step.kind, step.rubric.map(({ id }) => id), step.attempts];
  }
}

function shapeOf(node: FlowNode): string {
  if (node.is === 'step') return node.id;
  const inside = node.of.map(shapeOf);
  const sorted = node.is === 'in-order' ? inside : inside.sort();
  return `${node.is}${node.is === 'choose' ? node.n : ''}(${sorted.join()})`;
}
