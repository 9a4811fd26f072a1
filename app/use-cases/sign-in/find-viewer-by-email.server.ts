import type { World } from '#app/platform/world.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findPersonByEmail, listGrantsOf } from '#db/queries/person.ts';

/** The person with this address and today's roles, in whose name the command line acts. Nobody who is blocked. */
export async function findViewerByEmail(world: World, email: string): Promise<Viewer | undefined> {
  const person = await findPersonByEmail(world.db, email);
  if (person?.status !== 'active') return undefined;
  const grants = (await listGrantsOf(world.db, person.id, dayOf(world.now()))).map(({ role, serviceId }) => ({
    role: role as Role,
    serviceId,
  }));
  return { personId: person.id, name: person.name ?? '', language: person.language, grants, sessionKey: '' };
}
