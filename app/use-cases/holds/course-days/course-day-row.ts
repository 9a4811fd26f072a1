import type { World } from '#app/platform/world.server.ts';
import type { CourseDayInput } from './course-day-issues.ts';
import { sessionOf } from './session-of.ts';

/** The row of a course day that was checked. */
export function courseDayRow(world: World, holdId: string, step: string, day: CourseDayInput) {
  return {
    id: world.newId(),
    hold_id: holdId,
    step,
    ...sessionOf(day),
    recorded_at: world.now(),
    cancelled_at: null,
    cancelled_because: null,
  };
}
