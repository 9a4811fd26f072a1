import type { World } from '#app/platform/world.server.ts';
import { type PlaceRefusal, placeAt } from '#app/use-cases/places/place-at.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { hasGuided } from '#db/queries/affiliation.ts';
import { endGrants, listAffiliations, moveAffiliation } from '#db/queries/person.ts';
import type { PersonKey } from './lock-person-by.server.ts';
import { type PersonOutcome, withPerson } from './with-person.server.ts';

type MoveRefused = PlaceRefusal | 'not-a-day' | 'before-last';

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
      if (!isDay(input.from)) return { ok: false, reason: 'not-a-day' };
      const placed = library === '' ? undefined : await placeAt(trx, library, { from: input.from, until: null });
      if (placed && !placed.ok) return placed;
      const [last] = await listAffiliations(trx, personId);
      const now = world.now();
      // An end that is still to come may be put earlier: somebody leaves before their contract ends.
      const hasLeft = last?.valid_until && last.valid_until <= dayOf(now) ? last.valid_until : undefined;
      if (last && (input.from <= last.valid_from || (hasLeft && input.from < hasLeft)))
        return { ok: false, reason: 'before-last' };
      await moveAffiliation(trx, {
        personId,
        stays: (placed?.stays ?? []).map((stay) => ({ id: world.newId(), ...stay })),
        on: input.from,
        now,
        work: last?.work ?? 'adviser',
        guides: await hasGuided(trx, personId, input.from),
      });
      await endGrants(trx, personId, 'contact-person', input.from, now);
      return { ok: true };
    },
  );
}
