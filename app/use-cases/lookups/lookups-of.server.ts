import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { countLookupsOf } from '#db/queries/person-lookup.ts';
import { keptSince } from './kept-since.ts';

export type LookedUpBy = { role: 'agency' | 'administrator'; library: string | null; count: number; last: string };

/** How often a person was looked up in the last year: by role and library, without names, the latest first. */
export async function lookupsOf(world: World, personId: string): Promise<LookedUpBy[]> {
  const now = world.now();
  const rows = await countLookupsOf(world.db, personId, { since: keptSince(now), day: dayOf(now) });
  const groups = new Map<string, LookedUpBy>();
  for (const { role, library, count, last } of rows) {
    const key = `${role} ${library}`;
    const before = groups.get(key);
    groups.set(key, {
      role,
      library,
      count: count + (before?.count ?? 0),
      last: before && before.last > last ? before.last : last,
    });
  }
  return [...groups.values()].sort((a, b) => (a.last < b.last ? 1 : -1));
}
