import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CampaignWeek, campaignWeeksFrom } from '#curriculum/partners/campaign-weeks.ts';

/** The campaign weeks to come. */
export function listCampaignWeeks(world: World, viewer: Viewer): CampaignWeek[] {
  return may(viewer, 'see-partners') ? campaignWeeksFrom(dayOf(world.now())) : [];
}
