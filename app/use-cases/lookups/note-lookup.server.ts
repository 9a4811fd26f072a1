import type { World } from '#app/platform/world.server.ts';
import { hasRole } from '#app/use-cases/has-role.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { LookupPage } from './lookup-page.ts';

/**
 * Notes that somebody of the agency or an administrator looked a person up, or searched for people with words. It keeps
 * the note in memory, because a page that only reads must not wait for a write; the round of each minute saves it. The
 * same look-up again within that minute counts once, and nobody is noted for looking at themselves.
 */
export function noteLookup(
  world: World,
  viewer: Viewer,
  looked: { page: LookupPage } & ({ personId: string } | { words: string }),
): void {
  const role = (['agency', 'administrator'] as const).find((each) => hasRole(viewer, each));
  const personId = 'personId' in looked ? looked.personId : null;
  if (!role || personId === viewer.personId) return;
  const words = 'words' in looked ? looked.words.trim().slice(0, 200) : '';
  const key = JSON.stringify([viewer.personId, looked.page, personId, words]);
  if (world.lookups.has(key)) return;
  const at = world.now();
  world.lookups.set(key, {
    id: world.newId(),
    at,
    by_person: viewer.personId,
    role,
    page: looked.page,
    person_id: personId,
    words,
    recorded_at: at,
  });
}
