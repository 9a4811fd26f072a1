import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import type { World } from './world.server.ts';

export type AsOf = { ok: true; asOf: string; today: string } | { ok: false; asOf: string; today: string };

/** The day a page is asked about: `asOf=2027-03-01`, or the three fields of the date control; today without any. */
export function asOfFrom(world: World, url: URL): AsOf {
  const today = dayOf(world.now());
  const asked = url.searchParams.get('asOf');
  const parts = ['year', 'month', 'day'].map((name) => url.searchParams.get(name)?.trim() ?? '');
  const typed = parts.some((part) => part !== '')
    ? `${parts[0]}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`
    : undefined;
  const day = asked ?? typed;
  if (day === undefined) return { ok: true, asOf: today, today };
  return isDay(day) ? { ok: true, asOf: day, today } : { ok: false, asOf: today, today };
}
