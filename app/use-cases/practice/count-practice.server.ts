import type { World } from '#app/platform/world.server.ts';
import { may, type Scope } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf, weekOf } from '#curriculum/calendar/calendar-day.ts';
import { mondayOf } from '#curriculum/practice/weeks.ts';
import { countPractising } from '#db/queries/practice.ts';

export type PracticeUse = {
  /** How many have practice switched on; null if the count is from 1 to 4 and would tell of somebody. */
  practising: number | null;
  /** How many practised in each of the last four weeks, this one last. */
  weeks: { week: number; people: number | null }[];
};

const weeksCounted = 4;

/**
 * How much practice is used, on a hold or in the whole country: counts only, never who or what. Outside the hold a count from
 * 1 to 4 is hidden; these counts are sums of nothing else, so none can be computed.
 */
export async function countPractice(
  world: World,
  viewer: Viewer,
  given: { holdId?: string; scope?: Scope } = {},
): Promise<PracticeUse | undefined> {
  if (!may(viewer, 'see-practice-use', given.scope ?? {})) return undefined;
  const monday = mondayOf(dayOf(world.now()));
  const weeks = Array.from({ length: weeksCounted }, (_, at) => addDays(monday, (at - weeksCounted + 1) * 7));
  const counted = await countPractising(
    world.db,
    weeks.map((from) => ({ from, until: addDays(from, 7) })),
    given.holdId,
  );
  const shown = (people: number) => (given.holdId === undefined && people > 0 && people < 5 ? null : people);
  return {
    practising: shown(counted.practising),
    weeks: weeks.map((from, at) => ({ week: weekOf(from), people: shown(counted.weeks[at]!) })),
  };
}
