import type { World } from '#app/platform/world.server.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import { addMonths } from '#curriculum/calendar/calendar-day.ts';
import { atHand } from './at-hand.ts';
import { countParts } from './count-parts.ts';

export type TrendDay = { day: string; ready: number };

const months = 10;

/**
 * How many municipalities were ready on the first day of each of the last ten months: what is known of those days now. Late
 * records change them, so they are asked again after a while. With `wait` they are worked out first.
 */
export async function trendAtHand(
  world: World,
  today: string,
  { wait = false }: { wait?: boolean } = {},
): Promise<TrendDay[] | undefined> {
  const first = `${today.slice(0, 8)}01`;
  const days = Array.from({ length: months }, (_, at) => addMonths(first, at - months + 1)).filter(
    (day) => day < today,
  );
  const work = async () => {
    const trend: TrendDay[] = [];
    for (const day of days) trend.push({ day, ready: countParts((await readinessOfDay(world, day)).services).ready });
    return trend;
  };
  return wait ? work() : atHand(world, `trend ${today}`, { work, freshMinutes: 10 });
}
