import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { findFirstCertifiedDay, updateGuidesFrom } from '#db/queries/affiliation.ts';
import { listServicesOf } from '#db/queries/person.ts';
import { lockPersonBy, type PersonKey } from './lock-person-by.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'not-a-day' | 'not-here' | 'certified' };

/**
 * Says from which day somebody guides citizens at a library service, before they are certified; an empty day says that
 * they do not. Whoever is certified guides from that day at the latest, so it can only be moved earlier for them.
 */
export function setGuidesFrom(
  world: World,
  viewer: Viewer | null,
  input: PersonKey & { serviceId?: string; from: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const person = await lockPersonBy(trx, input);
    if (!person || person.status === 'erased') return { ok: false, reason: 'not-found' };
    const now = world.now();
    const from = input.from.trim();
    if (from !== '' && !isDay(from)) return { ok: false, reason: 'not-a-day' };
    const day = from || dayOf(now);
    const serviceId = input.serviceId ?? (await listServicesOf(trx, person.id, day))[0];
    if (serviceId === undefined) return { ok: false, reason: 'not-here' };
    // Somebody else's people are no different from nobody.
    if (viewer && !may(viewer, 'set-guides-from', { serviceId })) return { ok: false, reason: 'not-found' };
    const certifiedOn = await findFirstCertifiedDay(trx, person.id);
    if (certifiedOn !== undefined && (from === '' || from > certifiedOn)) return { ok: false, reason: 'certified' };
    const guidesFrom = from || null;
    const here = await updateGuidesFrom(trx, { personId: person.id, serviceId, day, guidesFrom, now });
    if (!here) return { ok: false, reason: 'not-here' };
    await writeAudit(world, trx, {
      actor: viewer?.personId ?? null,
      action: 'guides-from-set',
      subject: person.id,
      detail: guidesFrom ?? 'never',
    });
    return { ok: true };
  });
}
