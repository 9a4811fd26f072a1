import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { findService } from '#db/queries/place.ts';
import { appendRollout } from '#db/queries/rollout.ts';
import { readinessOfService } from './readiness-of-service.server.ts';

export const rolloutTypes = ['invited', 'committed', 'live', 'paused', 'resumed'] as const;
export type RolloutType = (typeof rolloutTypes)[number];
type Outcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'not-a-day' | 'no-type' | 'not-ready' | 'not-paused' };

/**
 * Records a rollout event of a service. Nobody types in "staffed" or "ready", which are computed. Going live requires a
 * ready service, and resuming requires a paused one.
 */
export async function recordRollout(
  world: World,
  viewer: Viewer,
  input: { serviceId: string; type: string; onDay: string; note: string },
): Promise<Outcome> {
  if (!may(viewer, 'record-rollout', { serviceId: input.serviceId })) return { ok: false, reason: 'forbidden' };
  const type = rolloutTypes.find((each) => each === input.type);
  if (!type) return { ok: false, reason: 'no-type' };
  const now = world.now();
  if (!isDay(input.onDay) || input.onDay > dayOf(now)) return { ok: false, reason: 'not-a-day' };
  if (!(await findService(world.db, input.serviceId))) return { ok: false, reason: 'not-found' };
  if (type === 'live' || type === 'resumed') {
    const service = await readinessOfService(world, input.serviceId, input.onDay);
    if (type === 'live' && service?.verdict !== 'klar') return { ok: false, reason: 'not-ready' };
    if (type === 'resumed' && service?.stage !== 'paa-pause') return { ok: false, reason: 'not-paused' };
  }
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    await appendRollout(trx, {
      id: world.newId(),
      service_id: input.serviceId,
      type,
      on_day: input.onDay,
      note: input.note.slice(0, 1_000),
      by_person: viewer.personId || null,
      at: now,
      recorded_at: now,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: `rollout-${type}`,
      subject: input.serviceId,
    });
    return { ok: true };
  });
}
