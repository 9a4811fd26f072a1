import type { World } from '#app/platform/world.server.ts';
import { servicesInRegion } from '#app/use-cases/places/services-in-region.server.ts';
import { dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';

/** The day a list of partners is asked about, the day as of which it was known, and a region; today and the country otherwise. */
export type PartnersAsked = { asOf?: string | undefined; knownOn?: string | undefined; region?: string };

/**
 * What the queries are asked for: of a past day only what had happened by then, and the records as they stood at the instant.
 * A region of that day leaves its library services, so what concerns the whole country is in none.
 */
export async function partnersAsked(
  world: World,
  { asOf, knownOn, region = '' }: PartnersAsked,
  reach: 'all' | readonly string[],
) {
  const today = dayOf(world.now());
  const day = asOf ?? today;
  const known = knownOn && endOfDay(knownOn);
  const within = region === '' ? undefined : await servicesInRegion(world, region, day);
  return {
    day,
    isNow: day === today && known === undefined,
    until: day < today ? day : undefined,
    known,
    // Plans, seats and words of a past day are those that had been written down by then.
    planned: known ?? (day < today ? endOfDay(day) : undefined),
    services: within ? [...within].filter((id) => reach === 'all' || reach.includes(id)) : reach,
  };
}
