import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { countGuidanceAt, listGuidanceOf } from '#db/queries/guidance.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { type GuidanceOutcome, type GuidanceReason, guidanceReasons } from './log-guidance.server.ts';

export async function seeGuidance(
  world: World,
  viewer: Viewer,
): Promise<{
  library: string | null;
  today: string;
  /** Sessions that anybody at the library logged this month. */
  thisMonth: number;
  recent: { id: string; onDay: string; reason: GuidanceReason; outcome: GuidanceOutcome }[];
}> {
  const today = dayOf(world.now());
  const person = await findPersonAt(world.db, viewer.personId, today);
  const recent = await listGuidanceOf(world.db, viewer.personId, 10);
  return {
    library: person?.library_name ?? null,
    today,
    thisMonth: person?.library_number
      ? await countGuidanceAt(world.db, person.library_number, `${today.slice(0, 7)}-01`)
      : 0,
    recent: recent.map(({ id, on_day, reason, outcome }) => ({
      id,
      onDay: on_day,
      reason: guidanceReasons.find((each) => each === reason) ?? 'other',
      outcome,
    })),
  };
}
