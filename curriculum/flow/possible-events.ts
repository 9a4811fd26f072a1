import { eventNamesOf } from './can.ts';
import type { CourseMachine, CourseSnapshot } from './course-machine.ts';
import { later } from './duration.ts';
import { attendances, type FlowEvent } from './flow-event.ts';

const year = 366 * 86_400_000;
export const firstInstant = '2026-01-01T08:00:00.000Z';

/** Every event the machine listens for in this state, with each payload that can matter, both now and much later. */
export function possibleEvents(machine: CourseMachine, snapshot: CourseSnapshot): FlowEvent[] {
  const now = snapshot.context.at || firstInstant;
  return eventNamesOf(machine, snapshot).flatMap((name) => {
    const [type, step] = name.split(':') as [string, string?];
    const involved = (step && snapshot.context.steps[step]?.assessors) || [];
    return payloadsOf(type, involved).flatMap((payload) =>
      [now, later(now, year)].map((at) => ({ at, type, ...(step && { step }), ...payload }) as FlowEvent),
    );
  });
}

function payloadsOf(type: string, involved: readonly string[]): object[] {
  switch (type) {
    case 'quiz-scored':
    case 'quiz-timed-out':
      return [{ score: 1 }, { score: 0 }];
    case 'claimed':
      return [
        { assessor: 'leader-1', conflict: 'none' },
        { assessor: 'leader-1', conflict: 'own-work' },
      ];
    case 'appeal-assigned':
      return [`leader-${involved.length + 1}`, ...involved.slice(0, 1)].map((assessor) => ({
        assessor,
        conflict: 'none',
      }));
    case 'attendance-corrected':
      return [
        ...attendances.flatMap((was) => attendances.map((now) => ({ was, now, reason: 'Forkert linje.' }))),
        { was: 'attended', now: 'absent', reason: '' },
      ];
    case 'returned':
      return [{ feedback: 'Skriv, hvor man klikker.' }, { feedback: '' }];
    case 'time-extended':
      return [{ dueAt: '2999-01-01T08:00:00.000Z' }];
    case 'rejected':
    case 'quiz-faulted':
    case 'suspended':
    case 'withheld':
    case 'annulled':
      return [{ reason: 'Begrundelse.' }];
    case 'appeal-upheld':
      return [{ remedy: 'pass' }, { remedy: 'retry' }];
    default:
      return [{}];
  }
}
