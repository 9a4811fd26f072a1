import type { World } from '#app/platform/world.server.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { groupedBy } from '#curriculum/grouped-by.ts';
import { type HelpStanding, helpStandingOf } from '#curriculum/help-points/help-standing.ts';
import { stageOf } from '#curriculum/readiness/readiness-of.ts';
import { type HelpPointOn, listConsenting, listHelpPoints, listLibraryNames } from '#db/queries/help-point.ts';
import { listMunicipalities, listServices } from '#db/queries/place.ts';
import { listRollout } from '#db/queries/rollout.ts';
import { listWaveMembers, listWaves } from '#db/queries/wave.ts';

export type HelpPlace = {
  code: string;
  name: string;
  /** The names of its libraries, by which a town is found. */
  libraries: string[];
  serviceId: string;
  service: string;
  /** The codes of all municipalities that the service serves. */
  serves: string[];
  standing: HelpStanding;
  /** What the service says of its help; only where it may be shown and helps now. */
  point: HelpPointOn | null;
};

/** Each municipality with what everybody may know of its help today, by name. Needs no permission. */
export async function helpPlaces(world: World): Promise<HelpPlace[]> {
  const today = dayOf(world.now());
  const { db } = world;
  const [municipalities, services, libraries, points, consenting, rollout, waves, members] = await Promise.all([
    listMunicipalities(db, { day: today }),
    listServices(db),
    listLibraryNames(db, today),
    listHelpPoints(db, { day: today }),
    listConsenting(db),
    listRollout(db, { day: today }),
    listWaves(db),
    listWaveMembers(db, { day: today }),
  ]);
  const named = new Map(services.map(({ id, name }) => [id, name]));
  const agreed = new Set(consenting.map(({ serviceId }) => serviceId));
  const saidBy = new Map(points.map((point) => [point.serviceId, point]));
  const events = groupedBy(rollout, ({ serviceId }) => serviceId);
  const servedBy = groupedBy(municipalities, ({ serviceId }) => serviceId);
  const inMunicipality = groupedBy(libraries, ({ code }) => code);
  const opens = new Map(
    members.map(({ serviceId, waveId }) => [serviceId, waves.find(({ id }) => id === waveId)?.opensOn]),
  );
  return municipalities
    .map(({ code, name, serviceId }): HelpPlace => {
      const said = saidBy.get(serviceId);
      const standing = helpStandingOf(
        {
          consented: agreed.has(serviceId),
          described: said !== undefined,
          stage: stageOf({ rollout: events.get(serviceId) ?? [] }, today),
          opensOn: opens.get(serviceId),
        },
        today,
      );
      return {
        code,
        name,
        libraries: (inMunicipality.get(code) ?? []).map((each) => each.library),
        serviceId,
        service: named.get(serviceId) ?? '',
        serves: servedBy.get(serviceId)!.map((each) => each.code),
        standing,
        point: standing.is === 'now' ? said! : null,
      };
    })
    .sort((a, b) => danish.compare(a.name, b.name));
}
