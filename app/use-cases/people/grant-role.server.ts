import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { insertGrant, listGrants, listServicesOf } from '#db/queries/person.ts';
import { lockPersonBy, type PersonKey } from './lock-person-by.server.ts';

type Outcome = { ok: true; changed: boolean } | { ok: false; reason: 'forbidden' | 'not-found' | 'no-library' };

/**
 * Gives a role from today. A role that the person already has is unchanged. A contact person represents the library
 * service they work at.
 */
export function grantRole(world: World, viewer: Viewer | null, input: PersonKey & { role: Role }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    const person = await lockPersonBy(trx, input);
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
