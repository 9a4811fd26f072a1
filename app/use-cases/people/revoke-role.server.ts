import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { endGrants, lockActiveAdministrators } from '#db/queries/person.ts';
import { lockPersonBy, type PersonKey } from './lock-person-by.server.ts';

type Outcome = { ok: true; changed: boolean } | { ok: false; reason: 'forbidden' | 'not-found' | 'last-administrator' };

/** Removes a role from today. The last administrator keeps theirs, because nobody else could give the role again. */
export function revokeRole(world: World, viewer: Viewer | null, input: PersonKey & { role: Role }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    const person = await lockPersonBy(trx, input);
    if (!person) return { ok: false, reason: 'not-found' };
    const now = world.now();
    const day = dayOf(now);
    if (input.role === 'administrator' && viewer) {
      const others = (await lockActiveAdministrators(trx, day)).filter((id) => id !== person.id);
      if (others.length === 0) return { ok: false, reason: 'last-administrator' };
    }
    const changed = await endGrants(trx, person.id, input.role, day, now);
    await writeAudit(world, trx, {
      actor: viewer?.personId ?? null,
      action: 'role-revoked',
      subject: person.id,
      detail: input.role,
    });
    return { ok: true, changed };
  });
}
