import { can } from './can.ts';
import type { Course, Step } from './course.ts';
import { type CourseMachine, type CourseSnapshot, snapshotAfter, snapshotAtStart } from './course-machine.ts';
import { later } from './duration.ts';
import type { FlowEvent } from './flow-event.ts';
import { nameOfNode } from './interchangeable.ts';
import { possibleEvents } from './possible-events.ts';

export type Edge = { from: string; to: string; event: FlowEvent };
type KeyOf = (snapshot: CourseSnapshot) => string;
export type Search = { states: Map<string, CourseSnapshot>; edges: Edge[]; complete: boolean };

/** How many events a search tries before it gives up: some seconds. */
const mostEvents = 100_000;

/** Visits every state breadth first. States that have the same key count as one. */
export function search(
  machine: CourseMachine,
  wants: (event: FlowEvent) => boolean = () => true,
  limit = 50_000,
  keyOf: KeyOf = keysFor(machine.course),
): Search {
  const start = snapshotAtStart(machine);
  let tried = 0;
  const states = new Map([[keyOf(start), start]]);
  const edges: Edge[] = [];
  for (const [from, snapshot] of states) {
    for (const event of possibleEvents(machine, snapshot).filter(wants)) {
      tried += 1;
      if (can(machine, snapshot, event)) continue;
      const next = snapshotAfter(machine, snapshot, event);
      const to = keyOf(next);
      edges.push({ from, to, event });
      if (!states.has(to)) states.set(to, next);
    }
    if (states.size > limit || tried > mostEvents) return { states, edges, complete: false };
  }
  return { states, edges, complete: true };
}

/** Names a state by what can still matter: whether a time is still ahead, how many attempts are left. */
function keysFor(course: Course): KeyOf {
  const ofStep = stepKeysFor(course);
  return (snapshot) => `${snapshot.value.life}|${course.steps.map((step) => ofStep(snapshot, step)).join('|')}`;
}

/** The same, but like branches of an "all" or "choose" may be swapped: twenty lessons in any order are 21 states. */
export function swappingKeysFor(course: Course, kindOf: (step: Step) => string): KeyOf {
  const ofStep = stepKeysFor(course);
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  return (snapshot) => {
    const nameOfStep = (id: string) => `${kindOf(steps.get(id)!)} ${ofStep(snapshot, steps.get(id)!)}`;
    return `${snapshot.value.life}|${nameOfNode(course.flow, nameOfStep)}`;
  };
}

function stepKeysFor(course: Course): (snapshot: CourseSnapshot, step: Step) => string {
  // The same few decisions come back thousands of times, and counting their calendar days is slow.
  const windows = new Map<string, string>();
  const windowAfter = (decidedAt: string) => {
    const until = windows.get(decidedAt) ?? later(decidedAt, course.appealWindow);
    windows.set(decidedAt, until);
    return until;
  };
  return ({ value, context }, step) => {
    const state = value.steps[step.id]!;
    const mine = context.steps[step.id];
    // The notes about a course day matter even when it is done, because they can be corrected.
    if (!mine || (state === 'done' && step.kind !== 'day')) return state;
    const left = 'attempts' in step ? Math.min(step.attempts + mine.granted - mine.attempts, step.attempts + 1) : 0;
    const ahead = [mine.notBefore, mine.dueAt, mine.decidedAt && windowAfter(mine.decidedAt)].map((at) =>
      at && at >= context.at ? 1 : 0,
    );
    return [
      state,
      context.outcomes[step.id],
      left,
      mine.appealUsed ? 1 : 0,
      mine.assessors.length > 0 ? 1 : 0,
      mine.madeUp ? 1 : 0,
      Math.min(mine.absences ?? 0, 2),
      ...ahead,
    ].join();
  };
}

/** The states from which no wanted state can be reached along the edges. */
export function stuckIn(
  { states, edges }: Search,
  arrives: (snapshot: CourseSnapshot) => boolean,
  walks: (event: FlowEvent) => boolean,
): CourseSnapshot[] {
  const into = new Map<string, string[]>();
  for (const { from, to, event } of edges) if (walks(event)) into.set(to, [...(into.get(to) ?? []), from]);
  const safe = new Set([...states].filter(([, snapshot]) => arrives(snapshot)).map(([key]) => key));
  for (const key of safe) for (const from of into.get(key) ?? []) safe.add(from);
  return [...states].filter(([key]) => !safe.has(key)).map(([, snapshot]) => snapshot);
}
