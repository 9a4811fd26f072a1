import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { campaignWeeksFrom } from '#curriculum/partners/campaign-weeks.ts';
import { appendCampaignSignup, findCampaignSignup } from '#db/queries/campaign-signup.ts';
import { findService } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'over' };

/** A library service takes part in a campaign week, or no longer does. A second identical request changes nothing. */
export function setCampaignSignup(
  world: World,
  viewer: Viewer,
  input: { week: string; serviceId: string; takesPart: boolean },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const { week, serviceId, takesPart } = input;
    if (!may(viewer, 'record-partners', { serviceId })) return { ok: false, reason: 'not-found' };
    if (!(await findService(trx, serviceId))) return { ok: false, reason: 'not-found' };
    const at = world.now();
    if (!campaignWeeksFrom(dayOf(at)).some(({ key }) => key === week)) return { ok: false, reason: 'over' };
    await lockByName(trx, 'campaigns', at);
    const last = await findCampaignSignup(trx, week, serviceId);
    if ((last?.takes_part === 1) === takesPart) return { ok: true };
    await appendCampaignSignup(trx, {
      id: world.newId(),
      week,
      service_id: serviceId,
      takes_part: takesPart ? 1 : 0,
      seq: (last?.seq ?? 0) + 1,
      by_person: viewer.personId || null,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: takesPart ? 'campaign-joined' : 'campaign-left',
      subject: serviceId,
      detail: week,
    });
    return { ok: true };
  });
}
