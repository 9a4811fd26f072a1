import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { containsText } from '#curriculum/contains-text.ts';
import { searchPeople } from '#db/queries/search.ts';
import type { PersonEntry } from './see-person.server.ts';

/** Nobody reads through more rows than this. */
export const mostPeople = 50;

/**
 * Finds people by name or address in Danish order, blocked ones too. Returns all of them, so that the page can say how
 * many it leaves out.
 */
export async function findPeople(world: World, viewer: Viewer, find: string): Promise<PersonEntry[]> {
  if (!may(viewer, 'manage-people')) return [];
  const rows = await searchPeople(world.db, find, {
    services: 'all',
    day: dayOf(world.now()),
    blocked: true,
  });
  return rows
    .filter(({ name, email }) => containsText(name, find) || containsText(email ?? '', find))
    .map(({ id, name, email, library, status }) => ({ id, name, email, library, blocked: status === 'blocked' }))
    .sort((a, b) => danish.compare(a.name, b.name));
}
