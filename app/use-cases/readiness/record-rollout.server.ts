import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { findService } from '#db/queries/place.ts';
import { appendRollout, hasRolloutOf } from '#db/queries/rollout.ts';
import { readinessOfService } from './readiness-of-service.server.ts';

export const rolloutTypes = ['invited', 'committed', 'live', 'paused', 'resumed'] as const;
export type RolloutType = (typeof rolloutTypes)[number];
type Outcome =
  | { ok: true }
  | {
      ok: false;
      reason: 'forbidden' | 'not-found' | 'not-a-day' | 'no-type' | 'note-missing' | 'not-ready' | 'not-paused';
    };

/**
 * Records a rollout event of a service. Nobody types in "staffed" or "ready", which are computed. Going live requires a
 * ready service and a note that says what the decision rests on; resuming requires a paused one. The same form sent twice
 * is one event.
 */
export async function recordRollout(
  world: World,
  viewer: Viewer,
  input: { serviceId: string; type: string; onDay: string; note: string; operationId?: string },
): Promise<Outcome> {
  if (!may(viewer, 'record-rollout', { serviceId: input.serviceId })) return { ok: false, reason: 'forbidden' };
  const type = rolloutTypes.find((each) => each === input.type);
  if (!type) return { ok: false, reason: 'no-type' };
  const now = world.now();
  if (!isDay(input.onDay) || input.onDay > dayOf(now)) return { ok: false, reason: 'not-a-day' };
  if (!(await findService(world.db, input.serviceId))) return { ok: false, reason: 'not-found' };
  const operation = operationOf(viewer, input);
  if (await hasRolloutOf(world.db, operation)) return { ok: true };
  const note = input.note.trim().slice(0, 1_000);
  if (type === 'live' && note === '') return { ok: false, reason: 'note-missing' };
  if (type === 'live' || type === 'resumed') {
    const service = await readinessOfService(world, input.serviceId, input.onDay);
    if (type === 'live' && service?.verdict !== 'klar') return { ok: false, reason: 'not-ready' };
    if (type === 'resumed' && service?.stage !== 'paa-pause') return { ok: false, reason: 'not-paused' };
  }
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const appended = await appendRollout(trx, {
      id: world.newId(),
      service_id: input.serviceId,
      type,
      on_day: input.onDay,
      note,
      by_person: viewer.personId || null,
      at: now,
      recorded_at: now,
      client_op_id: operation,
    });
    if (!appended) return { ok: true };
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: `rollout-${type}`,
      subject: input.serviceId,
    });
    return { ok: true };
  });
}
