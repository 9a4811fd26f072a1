import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Language } from '#app/words/make-words.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { HelpStanding } from '#curriculum/help-points/help-standing.ts';
import { listHelpConsents, listHelpPoints, listHelpPointVersions } from '#db/queries/help-point.ts';
import { findService } from '#db/queries/place.ts';
import { helpPlaces } from './help-places.server.ts';
import { helpTopicsOn } from './help-topics-on.ts';

export type HelpPointFields = Record<
  'times' | 'place' | 'booking' | 'phone' | 'languages' | 'access' | 'from',
  string
> & { topics: string[] };

export type HelpPointView = {
  serviceId: string;
  service: string;
  /** What everybody sees of it now; null while it serves no municipality. */
  standing: HelpStanding | null;
  consented: boolean;
  /** What stands in the form to begin with: the last that was written, from today on. */
  fields: HelpPointFields;
  topics: { key: string; text: string }[];
  versions: {
    id: string;
    from: string;
    times: string;
    place: string;
    toldBy: 'library' | 'agency';
    by: string | null;
    recordedAt: string;
  }[];
  consents: { id: string; given: boolean; saidBy: string; by: string | null; recordedAt: string }[];
};

/** What a library service says of its help, with every earlier text and every yes and no to showing it. */
export async function seeHelpPoint(
  world: World,
  viewer: Viewer,
  { serviceId, language }: { serviceId: string; language: Language },
): Promise<HelpPointView | undefined> {
  if (!may(viewer, 'record-help-points', { serviceId })) return undefined;
  const service = await findService(world.db, serviceId);
  if (!service) return undefined;
  const today = dayOf(world.now());
  const [[stands], versions, consents, places] = await Promise.all([
    listHelpPoints(world.db, { day: today, services: [serviceId] }),
    listHelpPointVersions(world.db, serviceId),
    listHelpConsents(world.db, serviceId),
    helpPlaces(world),
  ]);
  return {
    serviceId,
    service: service.name,
    standing: places.find((each) => each.serviceId === serviceId)?.standing ?? null,
    consented: consents[0]?.given ?? false,
    fields: {
      times: stands?.times ?? '',
      place: stands?.place ?? '',
      booking: stands?.booking ?? '',
      phone: stands?.phone ?? '',
      languages: stands?.languages ?? '',
      access: stands?.access ?? '',
      topics: stands?.topics ?? [],
      from: today,
    },
    topics: helpTopicsOn(world.topics, today).map(({ key, title }) => ({ key, text: title[language] })),
    versions,
    consents,
  };
}
