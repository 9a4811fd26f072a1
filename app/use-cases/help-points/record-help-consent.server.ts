import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { personalDataIn } from '#curriculum/guidance/personal-data.ts';
import { hasHelpOf, insertHelpConsent, listHelpConsents, nextHelpOf } from '#db/queries/help-point.ts';
import { findService } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';

type Input = { serviceId: string; given: boolean; saidBy: string; operationId?: string };
type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'nobody' | 'too-long' | 'personal' };

const longest = 120;

/**
 * Records that a library service may be shown on the public page, or no longer. A no counts at once. What stands already is
 * not recorded again.
 */
export function recordHelpConsent(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    const { serviceId, given } = input;
    if (!may(viewer, 'record-help-points', { serviceId }) || !(await findService(trx, serviceId)))
      return { ok: false, reason: 'not-found' };
    const saidBy = input.saidBy.trim();
    // Nobody has to say who wants to leave.
    if (given && saidBy === '') return { ok: false, reason: 'nobody' };
    if (saidBy.length > longest) return { ok: false, reason: 'too-long' };
    if (personalDataIn(saidBy)) return { ok: false, reason: 'personal' };
    await lockByName(trx, 'help-points', at);
    const operation = operationOf(viewer, input);
    if (await hasHelpOf(trx, 'help_consent', operation)) return { ok: true };
    const [last] = await listHelpConsents(trx, serviceId);
    if ((last?.given ?? false) === given) return { ok: true };
    const id = world.newId();
    await insertHelpConsent(trx, {
      id,
      service_id: serviceId,
      seq: await nextHelpOf(trx, 'help_consent', serviceId),
      given: given ? 1 : 0,
      said_by: saidBy,
      by_person: viewer.personId || null,
      client_op_id: operation,
      recorded_at: at,
    });
    const action = given ? 'help-consent-given' : 'help-consent-withdrawn';
    await writeAudit(world, trx, { actor: viewer.personId || null, action, subject: id, detail: serviceId });
    return { ok: true };
  });
}
