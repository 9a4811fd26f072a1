import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findServingChange, lockServing, updateServing } from '#db/queries/serving.ts';
import { judgeServing, type ServingInput, type ServingIssue } from './judge-serving.server.ts';
import { noteServingChange } from './note-serving-change.server.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: ServingIssue | 'no-reason' };

/**
 * Says which library service serves a municipality from a day on. Days before stay as they were, and staffing follows the
 * sum of the people served.
 */
export function serveMunicipality(
  world: World,
  viewer: Viewer | null,
  input: ServingInput & { why: string; operationId?: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
    if (!(await lockServing(trx, input.code))) return { ok: false, reason: 'not-found' };
    const operation = viewer && operationOf(viewer, input);
    if (operation && (await findServingChange(trx, operation))) return { ok: true };
    const judged = await judgeServing(trx, input);
    if (!judged.ok) return judged;
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    const now = world.now();
    await updateServing(trx, { ...input, now });
    await noteServingChange(world, trx, viewer, {
      municipality_code: input.code,
      service_id: input.serviceId,
      kind: 'serves',
      on_day: input.from,
      why,
      client_op_id: operation,
    });
    return { ok: true };
  });
}
