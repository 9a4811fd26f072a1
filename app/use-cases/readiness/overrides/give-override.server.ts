import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { overridesOverlap } from '#curriculum/readiness/override.ts';
import { findOverrideByOperation, insertOverride, listOverrides } from '#db/queries/override.ts';
import { findService } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';
import { type OverrideInput, type OverrideIssue, overrideIssuesOf } from './override-issues-of.ts';

type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' }
  | { ok: false; reason: 'not-an-override'; issues: OverrideIssue[] };

/**
 * Lets a service go live that is not ready, for a time and with a reason. A service has at most one override on a day.
 * Sending the same form twice gives it once.
 */
export function giveOverride(world: World, viewer: Viewer | null, input: OverrideInput): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'give-override')) return { ok: false, reason: 'forbidden' };
    const now = world.now();
    const issues = overrideIssuesOf(input, dayOf(now));
    if (issues.length > 0) return { ok: false, reason: 'not-an-override', issues };
    if (!(await findService(trx, input.serviceId))) return { ok: false, reason: 'not-found' };
    // Two forms at once could each find that nothing overlaps.
    await lockByName(trx, 'overrides', now);
    const operation = viewer && operationOf(viewer, input);
    const known = operation === null ? undefined : await findOverrideByOperation(trx, operation);
    if (known) return { ok: true, id: known.id };
    const period = { from: input.from, until: addDays(input.lastDay, 1), withdrawnOn: null };
    const other = (await listOverrides(trx)).find(
      (each) => each.serviceId === input.serviceId && overridesOverlap(each, period),
    );
    if (other) {
      const overlapped = { from: other.from, lastDay: addDays(other.until, -1) };
      return {
        ok: false,
        reason: 'not-an-override',
        issues: [{ field: 'from', problem: 'overlaps', ...overlapped }],
      };
    }
    const id = world.newId();
    await insertOverride(trx, {
      id,
      service_id: input.serviceId,
      reason: input.reason.trim(),
      decided_by: input.decidedBy.trim(),
      valid_from: period.from,
      valid_until: period.until,
      by_person: viewer?.personId || null,
      client_op_id: operation,
      recorded_at: now,
    });
    await writeAudit(world, trx, {
      actor: viewer?.personId || null,
      action: 'override-given',
      subject: id,
      detail: input.serviceId,
    });
    return { ok: true, id };
  });
}
