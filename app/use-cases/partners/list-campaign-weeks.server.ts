import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type CampaignWeek, campaignWeeksFrom } from '#curriculum/partners/campaign-weeks.ts';
import { listCampaignSignups } from '#db/queries/campaign-signup.ts';
import { listServices } from '#db/queries/place.ts';
import { type PartnersAsked, partnersAsked } from './partners-asked.server.ts';

export type CampaignEntry = CampaignWeek & {
  /** How many library services take part. */
  takePart: number;
  /** Who takes part, where the viewer sees the whole country. */
  services: string[] | null;
  /** A contact person's own services, and whether each takes part; none on another day, when nobody answers. */
  own: { id: string; name: string; takesPart: boolean }[];
};

/** The campaign weeks from a day on, with the library services that had said by then that they take part. */
export async function listCampaignWeeks(
  world: World,
  viewer: Viewer,
  asked: Omit<PartnersAsked, 'region'> = {},
): Promise<CampaignEntry[]> {
  if (!may(viewer, 'see-partners')) return [];
  const { day, planned, isNow } = await partnersAsked(world, asked, 'all');
  const weeks = campaignWeeksFrom(day);
  const keys = weeks.map(({ key }) => key);
  const signups = await listCampaignSignups(world.db, keys, planned);
  const reach = servicesFor(viewer, 'record-partners');
  const mine = reach === 'all' || !isNow ? [] : (await listServices(world.db)).filter(({ id }) => reach.includes(id));
  return weeks.map((week) => {
    const here = signups.filter((each) => each.week === week.key);
    const isHere = (id: string) => here.some(({ serviceId }) => serviceId === id);
    return {
      ...week,
      takePart: here.length,
      services: reach === 'all' ? here.map(({ service }) => service) : null,
      own: mine.map(({ id, name }) => ({ id, name, takesPart: isHere(id) })),
    };
  });
}
