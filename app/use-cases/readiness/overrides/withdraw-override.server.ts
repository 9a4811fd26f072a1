import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { overrideStanding } from '#curriculum/readiness/override.ts';
import { findOverride, insertOverrideWithdrawal } from '#db/queries/override.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'over' };

/** Ends an override from today on. That it held until then stays on record, with the reason why it was withdrawn. */
export function withdrawOverride(
  world: World,
  viewer: Viewer | null,
  input: { overrideId: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const given = await findOverride(trx, input.overrideId);
    if (!given || (viewer && !may(viewer, 'give-override'))) return { ok: false, reason: 'not-found' };
    const reason = parseReason(input.why);
    if (reason === undefined) return { ok: false, reason: 'no-reason' };
    const now = world.now();
    const today = dayOf(now);
    const standing = overrideStanding(given, today);
    if (standing === 'ended' || standing === 'withdrawn') return { ok: false, reason: 'over' };
    const withdrawn = await insertOverrideWithdrawal(trx, {
      override_id: given.id,
      on_day: today,
      reason,
      by_person: viewer?.personId || null,
      recorded_at: now,
    });
    if (!withdrawn) return { ok: false, reason: 'over' };
    await writeAudit(world, trx, {
      actor: viewer?.personId || null,
      action: 'override-withdrawn',
      subject: given.id,
      detail: given.serviceId,
    });
    return { ok: true };
  });
}
