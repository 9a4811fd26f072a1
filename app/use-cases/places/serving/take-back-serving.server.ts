import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { servingTimeline } from '#curriculum/places/serving.ts';
import { listServingVersions, lockServing, updateServing } from '#db/queries/serving.ts';
import { noteServingChange } from './note-serving-change.server.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'changed-meanwhile' };

/** Takes back the last change of who serves a municipality: the service before goes on serving. */
export function takeBackServing(
  world: World,
  viewer: Viewer | null,
  input: { code: string; from: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
    if (!(await lockServing(trx, input.code))) return { ok: false, reason: 'not-found' };
    const timeline = servingTimeline(await listServingVersions(trx, input.code));
    const [before, last] = timeline.slice(-2);
    if (!before || last?.from !== input.from) return { ok: false, reason: 'changed-meanwhile' };
    const now = world.now();
    await updateServing(trx, { code: input.code, serviceId: before.serviceId, from: last.from, now });
    await noteServingChange(world, trx, viewer, {
      municipality_code: input.code,
      service_id: last.serviceId,
      kind: 'taken-back',
      on_day: last.from,
      why: '',
      client_op_id: null,
    });
    return { ok: true };
  });
}
