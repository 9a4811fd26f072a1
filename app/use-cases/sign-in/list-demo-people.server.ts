import type { World } from '#app/platform/world.server.ts';
import type { Role } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listDemoPeople as demoPeopleRows } from '#db/queries/demo.ts';

export type DemoPerson = { personId: string; name: string; roles: Role[]; library: string | null };

/** The people a visitor may sign in as; empty if demo sign-in is not offered. */
export async function listDemoPeople(world: World): Promise<DemoPerson[]> {
  if (!world.demoSignIn) return [];
  const rows = await demoPeopleRows(world.db, dayOf(world.now()));
  const people = new Map<string, DemoPerson>();
  for (const { id, name, role, library } of rows) {
    const person = people.get(id) ?? { personId: id, name, roles: [], library };
    people.set(id, { ...person, roles: [...person.roles, role as Role] });
  }
  return [...people.values()];
}
