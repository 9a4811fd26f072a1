import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';

/**
 * Counts in memory, so that the check page does not wait for a write. The job that runs every minute saves the counts.
 */
export function countLook(world: World, number: string): void {
  const key = `${dayOf(world.now())} ${number}`;
  world.looks.set(key, (world.looks.get(key) ?? 0) + 1);
}
