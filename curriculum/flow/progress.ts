import { type Choice, choiceAt } from './choice-at.ts';
import { closedBecause } from './combinators.ts';
import type { Course, Step } from './course.ts';
import {
  type CourseMachine,
  type CourseSnapshot,
  courseMachine,
  snapshotAfter,
  snapshotAfterMigration,
  snapshotAtStart,
} from './course-machine.ts';
import type { EnrolmentState } from './enrolment-state.ts';
import { type HistoryEvent, noFacts, type StepFacts } from './flow-event.ts';
import type { Refusal } from './refusal.ts';

/** klaret · nu · åben · lukket · venter · retur · ikke valgt */
export type StepStatus = 'done' | 'now' | 'open' | 'closed' | 'waiting' | 'returned' | 'not-chosen';
export type Action = 'read' | 'start-quiz' | 'finish-quiz' | 'hand-in' | 'attend';
export type StepProgress = {
  id: string;
  kind: Step['kind'];
  state: string;
  status: StepStatus;
  because?: Refusal;
  attempts?: { used: number; of: number };
  facts: StepFacts;
};
export type Progress = {
  steps: StepProgress[];
  /** `choice` means that the adviser is asked to choose; `step` is then only the first of what they may choose. */
  next?: { step: string; action: Action; from?: string; dueAt?: string; choice?: Choice };
  projection: { state: EnrolmentState; step: string | null; dueAt: string | null };
};

const machines = new WeakMap<Course, CourseMachine>();

export function machineOf(course: Course): CourseMachine {
  const machine = machines.get(course) ?? courseMachine(course);
  machines.set(course, machine);
  return machine;
}

/** Replays the history from the latest migration to this edition, or continues from a snapshot kept in memory. */
export function replay(course: Course, events: readonly HistoryEvent[], from?: CourseSnapshot): CourseSnapshot {
  const machine = machineOf(course);
  const move = events.findLastIndex((event) => event.type === 'migrated');
  const moved = events[move];
  if (moved?.type === 'migrated' && moved.edition !== course.edition)
    throw new Error(`This history has moved to edition ${moved.edition}.`);
  const start =
    moved?.type === 'migrated' ? snapshotAfterMigration(machine, moved) : (from ?? snapshotAtStart(machine));
  return events
    .slice(move + 1)
    .reduce(
      (snapshot, event) =>
        event.type === 'migrated' || event.type === 'stayed' ? snapshot : snapshotAfter(machine, snapshot, event),
      start,
    );
}

/** The adviser's progress: every step, what to do next, and the row for lists. */
export function progressOf(course: Course, events: readonly HistoryEvent[]): Progress {
  return progressIn(course, replay(course, events));
}

const known = new WeakMap<CourseSnapshot, Progress>();

/** The same from a snapshot; the result is cached per snapshot. */
export function progressIn(course: Course, snapshot: CourseSnapshot): Progress {
  const progress = known.get(snapshot) ?? workedOut(course, snapshot);
  known.set(snapshot, progress);
  return progress;
}

function workedOut(course: Course, { value, context }: CourseSnapshot): Progress {
  const steps = course.steps.map((step): StepProgress => {
    const state = value.steps[step.id]!;
    const facts = context.steps[step.id] ?? noFacts;
    const because = reasonAgainst(course, step, state, facts, value.life, context);
    return {
      id: step.id,
      kind: step.kind,
      state,
      facts,
      status: statusOf(state, because),
      ...(because && { because }),
      ...('attempts' in step && { attempts: { used: facts.attempts, of: step.attempts + facts.granted } }),
    };
  });
  const choiceOf = (id: string) => choiceAt(course.flow, id, (each) => !untouched.has(value.steps[each] ?? 'closed'));
  const open = steps.filter(({ status }) => status === 'open');
  const now =
    steps.find(({ state }) => state === 'in-attempt') ??
    steps.find(({ status }) => status === 'returned') ??
    open.find(({ id }) => !choiceOf(id)) ??
    open.find(({ id }) => choiceOf(id)!.n > 0) ??
    steps.find(({ because }) => because?.reason === 'cooling');
  const choice = now?.status === 'open' ? choiceOf(now.id) : undefined;
  const next = now && value.life === 'active' ? { ...nextOf(now), ...(choice && { choice }) } : undefined;
  if (now && next && now.status === 'open' && !choice) now.status = 'now';
  const waiting = steps.find(({ status }) => status === 'waiting');
  return {
    steps,
    ...(next && { next }),
    projection: { state: value.life, step: next?.step ?? waiting?.id ?? null, dueAt: next?.dueAt ?? null },
  };
}

/** The states of a step that nobody has begun. */
const untouched = new Set(['closed', 'not-chosen', 'unread', 'ready', 'draft', 'pending']);

function statusOf(state: string, because: Refusal | undefined): StepStatus {
  switch (state) {
    case 'done':
      return 'done';
    case 'not-chosen':
      return 'not-chosen';
    case 'submitted':
    case 'in-review':
    case 'lodged':
    case 'second-review':
      return 'waiting';
    case 'returned':
    case 'rejected':
      return because ? 'closed' : 'returned';
    default:
      return because ? 'closed' : 'open';
  }
}

function reasonAgainst(
  course: Course,
  step: Step,
  state: string,
  facts: StepFacts,
  life: EnrolmentState,
  context: CourseSnapshot['context'],
): Refusal | undefined {
  if (state === 'done' || state === 'not-chosen') return undefined;
  if (state === 'exhausted') return { reason: 'no-attempts-left' };
  if (state === 'closed') return closedBecause(course.flow, step.id, context.outcomes);
  if (life !== 'active') return { reason: 'enrolment', state: life };
  return state === 'cooling' ? { reason: 'cooling', until: facts.notBefore! } : undefined;
}

function nextOf({ id, kind, state, facts }: StepProgress): NonNullable<Progress['next']> {
  const action = {
    lesson: 'read',
    practical: 'hand-in',
    day: 'attend',
    quiz: state === 'in-attempt' ? 'finish-quiz' : 'start-quiz',
  } as const;
  return {
    step: id,
    action: action[kind],
    ...(state === 'cooling' && { from: facts.notBefore! }),
    ...(state === 'in-attempt' && facts.dueAt && { dueAt: facts.dueAt }),
  };
}
