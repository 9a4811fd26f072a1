import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import {
  appendName,
  endGrants,
  findPersonByEmail,
  listAffiliations,
  listNames,
  lockActiveAdministrators,
  lockPerson,
  moveAffiliation,
  updateStatus,
} from '#db/queries/person.ts';
import { findLibrary } from '#db/queries/place.ts';
import { revokeSessionsOf } from '#db/queries/session.ts';
import type { Db } from '#db/schema.ts';
import { type NameRefusal, nameRefusalOf } from './add-person.server.ts';

type Who = { personId: string } | { email: string };
type Refused<Reason> = { ok: false; reason: 'forbidden' | 'not-found' | Reason };
type Done<Reason> = { ok: true } | Refused<Reason>;

/** Changes the name from today on. Issued certificates keep the name they were issued to. */
export function renamePerson(
  world: World,
  viewer: Viewer | null,
  input: Who & { givenName: string; familyName: string },
): Promise<Done<NameRefusal>> {
  return onPerson(world, viewer, input, 'person-renamed', async (trx, person_id): Promise<Done<NameRefusal>> => {
    const refusal = nameRefusalOf(input);
    if (refusal) return { ok: false, reason: refusal };
    const given_name = input.givenName.trim().normalize('NFC');
    const family_name = input.familyName.trim().normalize('NFC');
    const [last] = await listNames(trx, person_id);
    if (last?.given_name === given_name && last.family_name === family_name) return { ok: true };
    // The name recorded last on a day wins, even if the clocks of two servers differ.
    const now = world.now();
    const recorded_at = last && last.recorded_at >= now ? afterInstant(last.recorded_at) : now;
    const today = dayOf(now);
    const valid_from = last && last.valid_from > today ? last.valid_from : today;
    await appendName(trx, { person_id, given_name, family_name, valid_from, recorded_at });
    return { ok: true };
  });
}

const afterInstant = (at: string) => new Date(Date.parse(at) + 1).toISOString();

type MoveRefused = 'no-library' | 'not-a-day' | 'before-last';

/**
 * Moves a person to another library from a day on, or to none. Coverage counts the person there from that day. A
 * contact person of the former library service loses that role.
 */
export function movePerson(
  world: World,
  viewer: Viewer | null,
  input: Who & { library: string; from: string },
): Promise<Done<MoveRefused>> {
  return onPerson(world, viewer, input, 'person-moved', async (trx, personId): Promise<Done<MoveRefused>> => {
    const library = input.library.trim();
    if (library !== '' && !(await findLibrary(trx, library))) return { ok: false, reason: 'no-library' };
    if (!isDay(input.from)) return { ok: false, reason: 'not-a-day' };
    const [last] = await listAffiliations(trx, personId);
    if (last && (input.from <= last.valid_from || (last.valid_until !== null && input.from < last.valid_until)))
      return { ok: false, reason: 'before-last' };
    const now = world.now();
    await moveAffiliation(trx, { personId, library: library || undefined, on: input.from, id: world.newId(), now });
    await endGrants(trx, personId, 'contact-person', input.from);
    return { ok: true };
  });
}

/**
 * Blocks or unblocks a person. Blocking signs them out everywhere and they get no code; their progress and certificates
 * stay.
 */
export function setBlocked(
  world: World,
  viewer: Viewer | null,
  input: Who & { blocked: boolean },
): Promise<Done<'yourself' | 'last-administrator'>> {
  const action = input.blocked ? 'person-blocked' : 'person-unblocked';
  return onPerson(world, viewer, input, action, async (trx, id): Promise<Done<'yourself' | 'last-administrator'>> => {
    if (id === viewer?.personId) return { ok: false, reason: 'yourself' };
    const administrators = await lockActiveAdministrators(trx, dayOf(world.now()));
    if (input.blocked && administrators.length > 0 && administrators.every((each) => each === id))
      return { ok: false, reason: 'last-administrator' };
    await updateStatus(trx, id, input.blocked ? 'blocked' : 'active');
    if (input.blocked) await revokeSessionsOf(trx, id, world.now());
    return { ok: true };
  });
}

/**
 * Checks permission, finds and locks the person, and records the change in the audit. An erased person cannot be
 * changed.
 */
function onPerson<Reason>(
  world: World,
  viewer: Viewer | null,
  who: Who,
  action: string,
  work: (trx: Db, personId: string) => Promise<Done<Reason>>,
): Promise<Done<Reason>> {
  return world.db.transaction().execute(async (trx): Promise<Done<Reason>> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    const id = 'personId' in who ? who.personId : (await findPersonByEmail(trx, who.email.trim().toLowerCase()))?.id;
    const person = id === undefined ? undefined : await lockPerson(trx, id);
    if (!person || person.status === 'erased') return { ok: false, reason: 'not-found' };
    const done = await work(trx, person.id);
    if (done.ok) await writeAudit(world, trx, { actor: viewer?.personId ?? null, action, subject: person.id });
    return done;
  });
}
