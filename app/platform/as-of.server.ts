import { redirect } from '@remix-run/node';
import { addMonths, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { agencyLink, carriedIn } from './agency-link.ts';
import { dayUnder, type TypedDay, textOfTyped, typedDay } from './typed-day.server.ts';
import type { World } from './world.server.ts';

/** The days a page shows. An invalid day stays in the fields as it was typed. */
export type AsOf = {
  ok: boolean;
  asOf: string;
  today: string;
  monthAgo: string;
  threeMonthsAhead: string;
  typed: TypedDay;
  /** The day at whose end it was known; undefined for what is known now. */
  knownOn?: string | undefined;
  /** The same as it was typed, and why it is no such day. */
  known: { typed: string; wrong?: 'not-a-day' | 'ahead' | undefined };
  /** Whether the day asked about is wrong, and not the other. */
  wrong: boolean;
};

/** Reads `asOf=2027-03-01` or the three fields of the date control, today if neither is given; and `knownOn` alike. */
export function asOfFrom(world: World, url: URL): AsOf {
  const today = dayOf(world.now());
  const typed = typedIn(url);
  const wanted = url.searchParams.get('asOf') ?? (typed ? textOfTyped(typed) : today);
  const wrong = !isDay(wanted);
  const asOf = wrong ? today : wanted;
  const known = knownIn(url, today);
  const [year, month, day] = asOf.split('-') as [string, string, string];
  return {
    ok: !wrong && !known.wrong,
    asOf,
    today,
    monthAgo: addMonths(today, -1),
    threeMonthsAhead: addMonths(today, 3),
    typed: (wrong && typed) || { day: String(Number(day)), month: String(Number(month)), year },
    // What is known at the end of today is all that is known.
    ...(!known.wrong && known.typed !== '' && known.typed !== today && { knownOn: known.typed }),
    known,
    wrong,
  };
}

/**
 * Reads the days for a page. Days typed into the fields are redirected to `asOf` and `knownOn` in the address, so that
 * every link from there carries them.
 */
export function requireAsOf(world: World, url: URL): AsOf {
  const day = asOfFrom(world, url);
  if (!day.ok || (!typedIn(url) && !url.searchParams.has('knownOn.day'))) return day;
  const parts = ['day', 'month', 'year'].flatMap((part) => [part, `knownOn.${part}`]);
  const carried = { ...carriedIn(url.searchParams), ...Object.fromEntries(parts.map((part) => [part, undefined])) };
  const asOf = typedIn(url) ? day.asOf : carried.asOf;
  throw redirect(agencyLink(url.pathname, { ...carried, asOf, knownOn: day.knownOn }));
}

const typedIn = ({ searchParams }: URL) => typedDay((name) => searchParams.get(name));

function knownIn({ searchParams }: URL, today: string): AsOf['known'] {
  const typed = dayUnder((name) => searchParams.get(name), 'knownOn').slice(0, 20);
  if (typed === '') return { typed };
  if (!isDay(typed)) return { typed, wrong: 'not-a-day' };
  return typed > today ? { typed, wrong: 'ahead' } : { typed };
}
