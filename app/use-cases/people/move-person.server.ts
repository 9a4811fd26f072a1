import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { hasGuided } from '#db/queries/affiliation.ts';
import { endGrants, listAffiliations, moveAffiliation } from '#db/queries/person.ts';
import { findLibrary } from '#db/queries/place.ts';
import type { PersonKey } from './lock-person-by.server.ts';
import { type PersonOutcome, withPerson } from './with-person.server.ts';

type MoveRefused = 'no-library' | 'not-a-day' | 'before-last';

/**
 * Moves a person to another library from a day on, or to none. Coverage counts the person there from that day. A
 * contact person of the former library service loses that role.
 */
export function movePerson(
  world: World,
  viewer: Viewer | null,
  input: PersonKey & { library: string; from: string },
): Promise<PersonOutcome<MoveRefused>> {
  return withPerson(
    world,
    viewer,
    input,
    'person-moved',
    async (trx, personId): Promise<PersonOutcome<MoveRefused>> => {
      const library = input.library.trim();
      if (library !== '' && !(await findLibrary(trx, library))) return { ok: false, reason: 'no-library' };
      if (!isDay(input.from)) return { ok: false, reason: 'not-a-day' };
      const [last] = await listAffiliations(trx, personId);
      if (last && (input.from <= last.valid_from || (last.valid_until !== null && input.from < last.valid_until)))
        return { ok: false, reason: 'before-last' };
      const now = world.now();
      await moveAffiliation(trx, {
        personId,
        library: library || undefined,
        on: input.from,
        id: world.newId(),
        now,
        guides: await hasGuided(trx, personId, input.from),
      });
      await endGrants(trx, personId, 'contact-person', input.from, now);
      return { ok: true };
    },
  );
}
