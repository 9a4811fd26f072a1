import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { sightOf } from '#app/use-cases/sight-of.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { countPeople, searchPeople } from '#db/queries/search.ts';
import type { PersonEntry } from './see-person.server.ts';
import { tellApart } from './tell-apart.ts';

/** Nobody reads through more rows than this. */
const mostPeople = 50;

/** Finds people by name or address in Danish order, blocked ones too: the first of them, and how many there are. */
export async function findPeople(
  world: World,
  viewer: Viewer,
  find: string,
): Promise<{ people: PersonEntry[]; count: number }> {
  if (!may(viewer, 'manage-people')) return { people: [], count: 0 };
  const sought = { sight: sightOf(viewer, 'manage-people'), day: dayOf(world.now()), blocked: true };
  const rows = await searchPeople(world.db, find, mostPeople, sought);
  const people = rows.map(({ id, name, email, library, status }) => ({
    id,
    name,
    email,
    library,
    blocked: status === 'blocked',
  }));
  return { people: tellApart(people, { who: ({ id }) => id }), count: await countPeople(world.db, find, sought) };
}
