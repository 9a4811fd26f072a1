import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { appendName, listNames } from '#db/queries/person.ts';
import type { PersonKey } from './lock-person-by.server.ts';
import { type NameRefusal, type PersonName, parseName } from './parse-name.ts';
import { type PersonOutcome, withPerson } from './with-person.server.ts';

/** Changes the name from today on. Issued certificates keep the name they were issued to. */
export function renamePerson(
  world: World,
  viewer: Viewer | null,
  input: PersonKey & PersonName,
): Promise<PersonOutcome<NameRefusal>> {
  return withPerson(
    world,
    viewer,
    input,
    'person-renamed',
    async (trx, person_id): Promise<PersonOutcome<NameRefusal>> => {
      const name = parseName(input);
      if (!name.ok) return name;
      const { givenName: given_name, familyName: family_name } = name;
      const [last] = await listNames(trx, person_id);
      if (last?.given_name === given_name && last.family_name === family_name) return { ok: true };
      // The name recorded last on a day wins, even if the clocks of two servers differ.
      const now = world.now();
      const recorded_at = last && last.recorded_at >= now ? afterInstant(last.recorded_at) : now;
      const today = dayOf(now);
      const valid_from = last && last.valid_from > today ? last.valid_from : today;
      await appendName(trx, { person_id, given_name, family_name, valid_from, recorded_at });
      return { ok: true };
    },
  );
}

const afterInstant = (at: string) => new Date(Date.parse(at) + 1).toISOString();
