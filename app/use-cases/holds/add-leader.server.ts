import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findHold, insertHoldLeader } from '#db/queries/hold.ts';
import { findPersonByEmail, listGrants } from '#db/queries/person.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' } | { ok: false; reason: 'not-a-leader' };

/** Adds another course leader to the hold. Adding a present leader changes nothing. */
export function addLeader(world: World, viewer: Viewer, input: { holdId: string; email: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const hold = await findHold(trx, input.holdId);
    if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return { ok: false, reason: 'not-found' };
    const now = world.now();
    const person = await findPersonByEmail(trx, input.email);
    const grants = person ? await listGrants(trx, { personId: person.id, role: 'course-leader', day: dayOf(now) }) : [];
    if (person?.status !== 'active' || grants.length === 0) return { ok: false, reason: 'not-a-leader' };
    await insertHoldLeader(trx, { hold_id: hold.id, person_id: person.id, recorded_at: now });
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'hold-leader-added',
      subject: hold.id,
      detail: person.id,
    });
    return { ok: true };
  });
}
