import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  endGrants,
  findPersonByEmail,
  insertGrant,
  listGrants,
  listServicesOf,
  lockActiveAdministrators,
  lockPerson,
} from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';

type Input = ({ email: string } | { personId: string }) & { role: Role };
type Outcome =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'last-administrator' | 'no-library' };

/**
 * Gives a role from today. A role that the person already has is unchanged. A contact person represents the library
 * service they work at.
 */
export function grantRole(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    const person = await lockedPerson(trx, input);
    if (!person) return { ok: false, reason: 'not-found' };
    const now = world.now();
    const [service = null] =
      input.role === 'contact-person' ? await listServicesOf(trx, person.id, dayOf(now)) : [null];
    if (input.role === 'contact-person' && service === null) return { ok: false, reason: 'no-library' };
    const held = await listGrants(trx, { personId: person.id, role: input.role, day: dayOf(now) });
    if (held.some(({ service_id }) => service_id === service)) return { ok: true, changed: false };
    await insertGrant(trx, {
      id: world.newId(),
      person_id: person.id,
      role: input.role,
      service_id: service,
      valid_from: dayOf(now),
      valid_until: null,
      granted_by: viewer?.personId ?? null,
      recorded_at: now,
    });
    await writeAudit(world, trx, {
      actor: viewer?.personId ?? null,
      action: 'role-granted',
      subject: person.id,
      detail: input.role,
    });
    return { ok: true, changed: true };
  });
}

/** Removes a role from today. The last administrator keeps theirs, because nobody else could give the role again. */
export function revokeRole(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    const person = await lockedPerson(trx, input);
    if (!person) return { ok: false, reason: 'not-found' };
    const now = world.now();
    const day = dayOf(now);
    if (input.role === 'administrator' && viewer) {
      const others = (await lockActiveAdministrators(trx, day)).filter((id) => id !== person.id);
      if (others.length === 0) return { ok: false, reason: 'last-administrator' };
    }
    const changed = await endGrants(trx, person.id, input.role, day);
    await writeAudit(world, trx, {
      actor: viewer?.personId ?? null,
      action: 'role-revoked',
      subject: person.id,
      detail: input.role,
    });
    return { ok: true, changed };
  });
}

async function lockedPerson(trx: Db, input: { email: string } | { personId: string }) {
  const id =
    'personId' in input ? input.personId : (await findPersonByEmail(trx, input.email.trim().toLowerCase()))?.id;
  return id === undefined ? undefined : lockPerson(trx, id);
}
