import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { rolloutDateOn } from './rollout-date-on.server.ts';

/** The day of the rollout as it is set today, for those who see the readiness: a quick choice of every date control. */
export async function seeRolloutDay(world: World, viewer: Viewer): Promise<string | undefined> {
  if (!may(viewer, 'see-readiness')) return undefined;
  return (await rolloutDateOn(world.db, dayOf(world.now())))?.day;
}
