import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listContactPersons } from '#db/queries/network.ts';

/** The names of today's contact persons of each library service, for those who may write to them. */
export async function contactsByService(world: World, viewer: Viewer): Promise<Map<string, string[]> | undefined> {
  if (!may(viewer, 'write-to-network')) return undefined;
  const contacts = new Map<string, string[]>();
  for (const { serviceId, name } of await listContactPersons(world.db, dayOf(world.now())))
    contacts.set(serviceId, [...(contacts.get(serviceId) ?? []), name]);
  return contacts;
}
