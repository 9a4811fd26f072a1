import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { may } from '#app/use-cases/permission.ts';
import { sightOf } from '#app/use-cases/sight-of.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { countPeople, searchPeople } from '#db/queries/search.ts';
import type { PersonEntry } from './see-person.server.ts';
import { tellApart } from './tell-apart.ts';

const perPage = 50;

/** Finds people by name or address in Danish order, blocked ones too, of one region or all: a page of them, and how many there are. */
export async function findPeople(
  world: World,
  viewer: Viewer,
  find: string,
  asked = 1,
  region = '',
): Promise<{ people: PersonEntry[]; count: number; page: number; of: number }> {
  if (!may(viewer, 'manage-people')) return { people: [], count: 0, page: 1, of: 1 };
  // A list without words is an overview.
  if (find !== '') noteLookup(world, viewer, { page: 'people', words: find });
  const sought = { sight: sightOf(viewer, 'manage-people'), day: dayOf(world.now()), blocked: true, region };
  const count = await countPeople(world.db, find, sought);
  const { page, of, ...part } = pageOf(asked, count, perPage);
  const rows = await searchPeople(world.db, find, part, sought);
  const people = rows.map(({ id, name, email, library, status }) => ({
    id,
    name,
    email,
    library,
    blocked: status === 'blocked',
  }));
  return { people: tellApart(people, { who: ({ id }) => id }), count, page, of };
}
