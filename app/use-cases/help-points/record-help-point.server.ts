import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type HelpPoint, type HelpPointIssue, helpPointIssuesOf, phoneOf } from '#curriculum/help-points/help-point.ts';
import { hasHelpOf, insertHelpPoint, listHelpPoints, nextHelpOf } from '#db/queries/help-point.ts';
import { findService } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';
import { helpTopicsOn } from './help-topics-on.ts';
import { tellerOf } from './teller-of.ts';

type Input = HelpPoint & { serviceId: string; from: string; operationId?: string };
type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'not-a-help-point'; issues: HelpPointIssue[] };

/**
 * Records what a library service says of its help from a day on; what it said before stays as history. Saying the same again
 * confirms it. Sending the same form twice records it once.
 */
export function recordHelpPoint(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    const today = dayOf(at);
    const { serviceId } = input;
    if (!may(viewer, 'record-help-points', { serviceId }) || !(await findService(trx, serviceId)))
      return { ok: false, reason: 'not-found' };
    // Two people could otherwise both write the next text.
    await lockByName(trx, 'help-points', at);
    const operation = operationOf(viewer, input);
    if (await hasHelpOf(trx, 'help_point', operation)) return { ok: true };
    const [stands] = await listHelpPoints(trx, { day: today, services: [serviceId] });
    const issues = helpPointIssuesOf(input, {
      today,
      topics: helpTopicsOn(world.topics, today).map(({ key }) => key),
      standsFrom: stands?.from,
    });
    if (issues.length > 0) return { ok: false, reason: 'not-a-help-point', issues };
    const id = world.newId();
    await insertHelpPoint(trx, {
      id,
      service_id: serviceId,
      seq: await nextHelpOf(trx, 'help_point', serviceId),
      times: input.times.trim(),
      place: input.place.trim(),
      booking: input.booking.trim(),
      phone: phoneOf(input.phone) ?? '',
      languages: input.languages.trim(),
      access: input.access.trim(),
      topics: JSON.stringify(input.topics),
      from_day: input.from,
      told_by: tellerOf(viewer, serviceId),
      by_person: viewer.personId || null,
      client_op_id: operation,
      recorded_at: at,
    });
    const actor = viewer.personId || null;
    await writeAudit(world, trx, { actor, action: 'help-point-recorded', subject: id, detail: serviceId });
    return { ok: true };
  });
}
