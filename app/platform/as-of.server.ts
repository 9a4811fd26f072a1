import { redirect } from '@remix-run/node';
import { addMonths, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { agencyLink, carriedIn } from './agency-link.ts';
import { type TypedDay, textOfTyped, typedDay } from './typed-day.server.ts';
import type { World } from './world.server.ts';

/** The day a page shows. An invalid day stays in the fields as it was typed. */
export type AsOf = {
  ok: boolean;
  asOf: string;
  today: string;
  monthAgo: string;
  threeMonthsAhead: string;
  typed: TypedDay;
};

/** Reads `asOf=2027-03-01` or the three fields of the date control; today if neither is given. */
export function asOfFrom(world: World, url: URL): AsOf {
  const today = dayOf(world.now());
  const typed = typedIn(url);
  const wanted = url.searchParams.get('asOf') ?? (typed ? textOfTyped(typed) : today);
  const ok = isDay(wanted);
  const asOf = ok ? wanted : today;
  const [year, month, day] = asOf.split('-') as [string, string, string];
  return {
    ok,
    asOf,
    today,
    monthAgo: addMonths(today, -1),
    threeMonthsAhead: addMonths(today, 3),
    typed: (!ok && typed) || { day: String(Number(day)), month: String(Number(month)), year },
  };
}

/**
 * Reads the day for a page. A day typed into the fields is redirected to `asOf` in the address, so that every link from
 * there carries it.
 */
export function requireAsOf(world: World, url: URL): AsOf {
  const day = asOfFrom(world, url);
  if (!day.ok || !typedIn(url)) return day;
  const carried = { ...carriedIn(url.searchParams), day: undefined, month: undefined, year: undefined };
  throw redirect(agencyLink(url.pathname, { ...carried, asOf: day.asOf }));
}

const typedIn = ({ searchParams }: URL) => typedDay((name) => searchParams.get(name));
