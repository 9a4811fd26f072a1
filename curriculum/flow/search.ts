import { can } from './can.ts';
import type { Course } from './course.ts';
import { type CourseMachine, type CourseSnapshot, snapshotAfter, snapshotAtStart } from './course-machine.ts';
import { later } from './duration.ts';
import type { FlowEvent } from './flow-event.ts';
import { possibleEvents } from './possible-events.ts';

export type Edge = { from: string; to: string; event: FlowEvent };
export type Search = { states: Map<string, CourseSnapshot>; edges: Edge[]; complete: boolean };

/** Visits every state breadth first. Times and counters are reduced to what can still matter. */
export function search(
  machine: CourseMachine,
  wants: (event: FlowEvent) => boolean = () => true,
  limit = 50_000,
): Search {
  const start = snapshotAtStart(machine);
  const keyOf = keysFor(machine.course);
  const states = new Map([[keyOf(start), start]]);
  const edges: Edge[] = [];
  for (const [from, snapshot] of states) {
    for (const event of possibleEvents(machine, snapshot).filter(wants)) {
      if (can(machine, snapshot, event)) continue;
      const next = snapshotAfter(machine, snapshot, event);
      const to = keyOf(next);
      edges.push({ from, to, event });
      if (!states.has(to)) states.set(to, next);
    }
    if (states.size > limit) return { states, edges, complete: false };
  }
  return { states, edges, complete: true };
}

/** Names a state by what can still matter: whether a time is still ahead, how many attempts are left. */
function keysFor(course: Course): (snapshot: CourseSnapshot) => string {
  // The same few decisions come back thousands of times, and counting their calendar days is slow.
  const windows = new Map<string, string>();
  const windowAfter = (decidedAt: string) => {
    const until = windows.get(decidedAt) ?? later(decidedAt, course.appealWindow);
    windows.set(decidedAt, until);
    return until;
  };
  return ({ value, context }) => {
    const steps = course.steps.map((step) => {
      const mine = context.steps[step.id];
      // The notes about a course day matter even when it is done, because they can be corrected.
      if (!mine || (value.steps[step.id] === 'done' && step.kind !== 'day')) return value.steps[step.id];
      const left = 'attempts' in step ? Math.min(step.attempts + mine.granted - mine.attempts, step.attempts + 1) : 0;
      const ahead = [mine.notBefore, mine.dueAt, mine.decidedAt && windowAfter(mine.decidedAt)].map((at) =>
        at && at >= context.at ? 1 : 0,
      );
      return [
        value.steps[step.id],
        context.outcomes[step.id],
        left,
        mine.appealUsed ? 1 : 0,
        mine.assessors.length > 0 ? 1 : 0,
        mine.madeUp ? 1 : 0,
        Math.min(mine.absences ?? 0, 2),
        ...ahead,
      ].join();
    });
    return `${value.life}|${steps.join('|')}`;
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
