import fc from 'fast-check';
import { can } from '#curriculum/flow/can.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { type CourseSnapshot, snapshotAfter, snapshotAtStart } from '#curriculum/flow/course-machine.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { possibleEvents } from '#curriculum/flow/possible-events.ts';
import { machineOf } from '#curriculum/flow/progress.ts';

export const choices = (length = 80) => fc.array(fc.nat(9_999), { minLength: 5, maxLength: length });
const rare = new Set([
  'withdrawn',
  'deadline-passed',
  'declined',
  'no-show',
  'hold-closed',
  'failure-closed',
  'annulled',
]);

/** A random walk along the events the machine itself offers; leaving early is rare, or nobody would come far. */
export function walk(
  course: Course,
  picks: readonly number[],
  look?: (before: CourseSnapshot, event: FlowEvent, next: CourseSnapshot) => void,
  without?: FlowEvent['type'],
): FlowEvent[] {
  const machine = machineOf(course);
  let snapshot = snapshotAtStart(machine);
  const history: FlowEvent[] = [];
  for (const number of picks) {
    const offered = possibleEvents(machine, snapshot).filter(
      ({ type }) => type !== without && (number % 50 === 0 || !rare.has(type)),
    );
    const event = offered[number % Math.max(1, offered.length)];
    if (!event) break;
    const refusal = can(machine, snapshot, event);
    const next = snapshotAfter(machine, snapshot, event);
    if (!refusal) history.push(event);
    look?.(snapshot, event, next);
    snapshot = next;
  }
  return history;
}
