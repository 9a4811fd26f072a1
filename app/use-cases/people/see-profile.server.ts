import type { World } from '#app/platform/world.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findPersonAt } from '#db/queries/person.ts';

export type Profile = { name: string; email: string | null; library: string | null; roles: Role[] };

/** What is on record about the viewer. */
export async function seeProfile(world: World, viewer: Viewer): Promise<Profile> {
  const person = await findPersonAt(world.db, viewer.personId, dayOf(world.now()));
  return {
    name: viewer.name,
    email: person?.email ?? null,
    library: person?.library_name ?? null,
    roles: [...new Set(viewer.grants.map(({ role }) => role))],
  };
}
