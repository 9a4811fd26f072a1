import { type Outcome, openSteps } from '#curriculum/flow/combinators.ts';
import type { Course, Step } from '#curriculum/flow/course.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import { type HistoryEvent, type KeptStep, type MigratedEvent, noFacts } from '#curriculum/flow/flow-event.ts';
import { replay } from '#curriculum/flow/progress.ts';
import { changeBetween } from './change-between.ts';
import { demandOf } from './demand-of.ts';
import { hasSameKeys } from './key-changes.ts';
import { predecessorOf } from './predecessor-of.ts';

export const migrationDecisions = ['stay', 'migrate', 'restart'] as const;
export type MigrationDecision = (typeof migrationDecisions)[number];

export type Migration =
  | { ok: false; reason: 'not-running'; state: string }
  | { ok: false; reason: 'earlier-than-last'; last: string }
  /** An attempt keeps its questions, so it is finished on the edition it was begun on. */
  | { ok: false; reason: 'attempt-running'; steps: string[] }
  | { ok: true; change: 'editorial'; differs: string[]; append: MigratedEvent }
  | {
      ok: true;
      change: 'material';
      differs: string[];
      /** Steps of the new edition that keep what was done. */
      kept: string[];
      /** Steps of the new edition that are kept because their author declared them equivalent. */
      declared: string[];
      /** Steps of the old edition whose work would not count any more. */
      lost: string[];
      /** Steps of the old edition that were begun. */
      begun: string[];
      /** Work in the hands of a leader that the decision would lose: it is answered first. */
      waiting: { migrate: string[]; restart: string[] };
      decide: { stay: []; migrate: [MigratedEvent]; restart: [MigratedEvent] };
    };

const untouched = new Set(['closed', 'not-chosen', 'unread', 'pending', 'ready', 'draft']);
/** An enrolment in one of these states can move to another edition. */
export const movableStates: readonly EnrolmentState[] = [
  'requested',
  'waitlisted',
  'enrolled',
  'active',
  'suspended',
  'failed',
  'appeal',
];
const withLeader = new Set(['submitted', 'in-review', 'lodged', 'second-review']);
/** Work that somebody else is handling continues even if the new order has not opened the step yet. */
const goesOn = new Set(['done', 'exhausted', ...withLeader]);

/** What an edition change means for one running enrolment, as the events to append. */
export function planMigration(from: Course, to: Course, events: readonly HistoryEvent[], at: string): Migration {
  const { value, context } = replay(from, events);
  if (!movableStates.includes(value.life)) return { ok: false, reason: 'not-running', state: value.life };
  if (at < context.at) return { ok: false, reason: 'earlier-than-last', last: context.at };
  const stateOf = (id: string) => value.steps[id]!;
  const taken = from.steps.map(({ id }) => id).filter((id) => stateOf(id) === 'in-attempt');
  if (taken.length > 0) return { ok: false, reason: 'attempt-running', steps: taken };
  const { change, differs } = changeBetween(from, to);
  const isBegun = (id: string) =>
    !untouched.has(stateOf(id)) || (context.steps[id] !== undefined && stateOf(id) !== 'not-chosen');

  const follows = to.steps.flatMap((step) => {
    const before = predecessorOf(step, from);
    if (!before || !keeps(from, to, step, { ...before, change, isDone: stateOf(before.step.id) === 'done' })) return [];
    return [{ id: step.id, was: before.step.id, declared: before.declared }];
  });
  const outcomes = Object.fromEntries(
    follows.map(({ id, was }): [string, Outcome | undefined] => [id, stateOf(was) === 'done' ? 'done' : undefined]),
  );
  const open = new Set(openSteps(to.flow, outcomes));
  const begunBefore = follows.filter(({ was }) => isBegun(was));
  const kept = Object.fromEntries(
    begunBefore.map(({ id, was }): [string, KeptStep] => [
      id,
      {
        state: open.has(id) || goesOn.has(stateOf(was)) ? stateOf(was) : 'closed',
        facts: context.steps[was] ?? noFacts,
        ...(context.outcomes[was] && { outcome: context.outcomes[was] }),
        ...(was !== id && { was }),
      },
    ]),
  );

  const life = ['failed', 'appeal'].includes(value.life) ? 'active' : value.life;
  const move: MigratedEvent = { at, type: 'migrated', from: from.edition, edition: to.edition, life, kept };
  if (change === 'editorial') return { ok: true, change, differs, append: move };
  const restart: MigratedEvent = {
    ...move,
    life: life === 'active' || life === 'suspended' ? 'enrolled' : life,
    kept: {},
  };
  const begun = from.steps.map(({ id }) => id).filter(isBegun);
  const lost = begun.filter((id) => !begunBefore.some(({ was }) => was === id));
  const isWaiting = (id: string) => withLeader.has(stateOf(id));
  const renamed = begunBefore.filter(({ id, was }) => id !== was).map(({ was }) => was);
  return {
    ok: true,
    change,
    differs,
    kept: Object.keys(kept),
    declared: begunBefore.filter(({ declared }) => declared).map(({ id }) => id),
    lost,
    begun,
    waiting: { migrate: [...lost, ...renamed].filter(isWaiting), restart: begun.filter(isWaiting) },
    decide: { stay: [], migrate: [move], restart: [restart] },
  };
}

/**
 * An editorial change keeps every step. A material one keeps a step with the same demand, keys and words, and one that
 * is declared equivalent: when it is done, whatever it asked for, and when it is not, if it asks for the same.
 */
function keeps(
  from: Course,
  to: Course,
  step: Step,
  before: { step: Step; declared: boolean; change: 'editorial' | 'material'; isDone: boolean },
): boolean {
  const was = before.step;
  if (before.change === 'editorial') return true;
  if (was.kind !== step.kind) return false;
  const asksTheSame = demandOf(was) === demandOf(step);
  // A returned hand-in lies under the id of its step, so only a practical that is done can take another id.
  if (before.declared) return before.isDone || (asksTheSame && (was.id === step.id || step.kind !== 'practical'));
  return (
    asksTheSame &&
    from.digests?.[was.id] === to.digests?.[step.id] &&
    hasSameKeys(from.keys?.[was.id], to.keys?.[step.id])
  );
}
