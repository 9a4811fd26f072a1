import type { World } from '#app/platform/world.server.ts';
import type { CourseDayInput } from './course-day-issues.ts';

/** The row of a course day that was checked. */
export function courseDayRow(world: World, holdId: string, step: string, day: CourseDayInput) {
  return {
    id: world.newId(),
    hold_id: holdId,
    step,
    held_on: day.heldOn,
    starts_at: day.startsAt,
    place: day.place.trim(),
    recorded_at: world.now(),
  };
}
