import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readinessOfService } from '#app/use-cases/readiness/readiness-of-service.server.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { type RolloutRefusal, rolloutTypes } from '#curriculum/rollout/rollout-event.ts';
import { rolloutFactsOf } from '#curriculum/rollout/rollout-facts.ts';
import { findService } from '#db/queries/place.ts';
import { hasRolloutOf } from '#db/queries/rollout.ts';
import { lockByName } from '#db/queries/setting.ts';
import { noteRollout } from './note-rollout.server.ts';
import { signedOffOn } from './sign-off/signed-off-on.server.ts';

export { rolloutTypes };

type Refused = 'forbidden' | 'not-found' | 'not-a-day' | 'no-type' | 'note-missing';
// One member for each reason, so that a switch leaves the refusals of the chart.
type Outcome =
  | { ok: true }
  | { [Reason in Refused]: { ok: false; reason: Reason } }[Refused]
  | ({ ok: false } & RolloutRefusal);

/**
 * Records a rollout event of a service, if the chart of the rollout takes it on that day. Nobody types in "staffed" or
 * "ready", which are computed. Going live requires a note that says what the decision rests on. The same form sent twice is
 * one event.
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
  const note = input.note.trim().slice(0, 1_000);
  if (type === 'live' && note === '') return { ok: false, reason: 'note-missing' };
  const service = await readinessOfService(world, input.serviceId, input.onDay);
  if (!service) return { ok: false, reason: 'not-found' };
  const signed = await signedOffOn(world, { day: input.onDay, services: [input.serviceId] });
  const facts = rolloutFactsOf(service, { signedOff: signed.has(input.serviceId) });
  const operation = operationOf(viewer, input);
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    // Two steps at once could each be possible, and not both.
    await lockByName(trx, 'rollout', now);
    if (await hasRolloutOf(trx, operation)) return { ok: true };
    const refusal = await noteRollout(world, trx, viewer, {
      ...{ serviceId: input.serviceId, type, onDay: input.onDay, note, facts, operation },
    });
    if (refusal) return { ok: false, ...refusal };
    return { ok: true };
  });
}
