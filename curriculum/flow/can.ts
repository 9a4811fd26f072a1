import type { Need } from './charts/chart.ts';
import { closedBecause } from './combinators.ts';
import { type CourseMachine, type CourseSnapshot, chartEventOf, snapshotAfter, stateIn } from './course-machine.ts';
import type { FlowEvent } from './flow-event.ts';
import type { Refusal } from './refusal.ts';

export type ApplyOutcome = { ok: true; snapshot: CourseSnapshot } | ({ ok: false } & Refusal);

/** Applies the event, or returns why it is refused. */
export function apply(machine: CourseMachine, snapshot: CourseSnapshot, fact: FlowEvent): ApplyOutcome {
  const refusal = can(machine, snapshot, fact);
  return refusal ? { ok: false, ...refusal } : { ok: true, snapshot: snapshotAfter(machine, snapshot, fact) };
}

/** Why the event is refused now; undefined when it is allowed. */
export function can(machine: CourseMachine, snapshot: CourseSnapshot, fact: FlowEvent): Refusal | undefined {
  const { at } = snapshot.context;
  if (fact.at < at) return { reason: 'earlier-than-last', last: at };
  return lackOf(machine, snapshot, fact) ?? unmetNeed(machine, snapshot, fact);
}

/**
 * Reasons that do not depend on the step's own chart: the state of the enrolment, the order of steps, a step that has
 * ended.
 */
function lackOf({ course }: CourseMachine, { value, context }: CourseSnapshot, fact: FlowEvent): Refusal | undefined {
  if (!('step' in fact)) return undefined;
  const state = value.steps[fact.step];
  if (!state) return { reason: 'unknown-step' };
  if (state === 'done' && fact.type !== 'attendance-corrected') return { reason: 'already-done' };
  const appeals = fact.type.startsWith('appeal-') || fact.type === 'attempt-granted';
  if (value.life !== 'active' && !(appeals && (value.life === 'failed' || value.life === 'appeal')))
    return { reason: 'enrolment', state: value.life };
  if (state === 'closed') return closedBecause(course.flow, fact.step, context.outcomes);
  if (state === 'not-chosen') return { reason: 'not-needed' };
  if (state === 'exhausted' && !appeals) return { reason: 'no-attempts-left' };
  return undefined;
}

/** The reason from the state itself: it does not accept this event, or a need is not met. */
function unmetNeed(machine: CourseMachine, snapshot: CourseSnapshot, fact: FlowEvent): Refusal | undefined {
  const node = stateIn(machine, snapshot, 'step' in fact ? fact.step : undefined)!;
  const listening = node.transitions.get(chartEventOf(fact).type);
  if (!listening)
    return { reason: 'not-now', state: node.key, expected: node.ownEvents.map((name) => name.split(':')[0]!) };
  const { needs = [] } = (listening[0] as { meta?: { needs: Need[] } }).meta ?? {};
  for (const need of needs) {
    const refusal = need(snapshot.context, fact);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Every event the course listens for now, without checking guards: "quiz-started:m2-test". */
export function eventNamesOf(machine: CourseMachine, snapshot: CourseSnapshot): string[] {
  return [undefined, ...Object.keys(machine.steps)].flatMap(
    (step) => stateIn(machine, snapshot, step)!.ownEvents as string[],
  );
}
