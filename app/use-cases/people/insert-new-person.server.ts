import type { World } from '#app/platform/world.server.ts';
import { type PlaceRefusal, placeAt } from '#app/use-cases/places/place-at.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { emailAddressOf } from '#db/email-address.ts';
import { findPersonByEmail, insertAffiliation, insertGrant, insertPerson } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { type NameRefusal, parseName } from './parse-name.ts';

export type NewPerson = {
  givenName: string;
  familyName: string;
  email: string | null;
  language?: 'da' | 'en';
  library?: string;
  work?: string;
  from?: string;
  /** The first day on which they no longer work at the library. */
  until?: string;
  roles: Role[];
  demo?: boolean;
};
export type AddPersonOutcome =
  | { ok: true; personId: string }
  | { ok: false; reason: NameRefusal | 'not-an-email' | 'known-email' | 'not-a-day' | PlaceRefusal };

/** Adds a person within the transaction of a caller who has already checked permission. */
export async function insertNewPerson(
  world: World,
  trx: Db,
  viewer: Pick<Viewer, 'personId'> | null,
  input: NewPerson,
): Promise<AddPersonOutcome> {
  const now = world.now();
  const from = input.from ?? dayOf(now);
  const email = input.email === null ? null : emailAddressOf(input.email);
  const name = parseName(input);
  if (!name.ok) return name;
  if (email === undefined) return { ok: false, reason: 'not-an-email' };
  if (email !== null && (await findPersonByEmail(trx, email))) return { ok: false, reason: 'known-email' };
  if (!isDay(from)) return { ok: false, reason: 'not-a-day' };
  const placed =
    input.library === undefined ? undefined : await placeAt(trx, input.library, { from, until: input.until ?? null });
  if (placed && !placed.ok) return placed;
  const personId = world.newId();
  const added = await insertPerson(
    trx,
    {
      id: personId,
      email,
      status: 'active',
      language: input.language ?? 'da',
      demo: input.demo ? 1 : 0,
      created_at: now,
      recorded_at: now,
    },
    {
      given_name: name.givenName,
      family_name: name.familyName,
      valid_from: from,
      recorded_at: now,
    },
  );
  if (!added) return { ok: false, reason: 'known-email' };
  for (const stay of placed?.stays ?? [])
    await insertAffiliation(trx, {
      id: world.newId(),
      person_id: personId,
      library_number: stay.library,
      work: input.work ?? 'adviser',
      valid_from: stay.from,
      valid_until: stay.until,
      recorded_at: now,
    });
  for (const role of input.roles) {
    const service_id = role === 'contact-person' ? (placed?.serviceId ?? null) : null;
    await insertGrant(trx, {
      id: world.newId(),
      person_id: personId,
      role,
      service_id,
      valid_from: from,
      valid_until: null,
      granted_by: viewer?.personId ?? null,
      recorded_at: now,
    });
  }
  await writeAudit(world, trx, {
    actor: viewer?.personId ?? null,
    action: 'person-added',
    subject: personId,
    detail: input.roles.join(' '),
  });
  return { ok: true, personId };
}
