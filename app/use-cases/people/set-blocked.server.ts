import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { lockActiveAdministrators, updateStatus } from '#db/queries/person.ts';
import { revokeSessionsOf } from '#db/queries/session.ts';
import type { PersonKey } from './lock-person-by.server.ts';
import { type PersonOutcome, withPerson } from './with-person.server.ts';

/**
 * Blocks or unblocks a person. Blocking signs them out everywhere and they get no code; their progress and certificates
 * stay.
 */
export function setBlocked(
  world: World,
  viewer: Viewer | null,
  input: PersonKey & { blocked: boolean },
): Promise<PersonOutcome<'yourself' | 'last-administrator'>> {
  const action = input.blocked ? 'person-blocked' : 'person-unblocked';
  return withPerson(
    world,
    viewer,
    input,
    action,
    async (trx, id): Promise<PersonOutcome<'yourself' | 'last-administrator'>> => {
      if (id === viewer?.personId) return { ok: false, reason: 'yourself' };
      const administrators = await lockActiveAdministrators(trx, dayOf(world.now()));
      if (input.blocked && administrators.length > 0 && administrators.every((each) => each === id))
        return { ok: false, reason: 'last-administrator' };
      await updateStatus(trx, id, input.blocked ? 'blocked' : 'active');
      if (input.blocked) await revokeSessionsOf(trx, id, world.now());
      return { ok: true };
    },
  );
}
