import type { World } from '#app/platform/world.server.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import { dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type PaperAge, paperAgeOf, type SeenPaper, seenPaperOf } from '#curriculum/readiness/paper-age.ts';
import type { GateResult, ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { listRegionsOn } from '#db/queries/place.ts';
import { listWaveMembers, listWaves, type Wave } from '#db/queries/wave.ts';

export type SeenGate = Pick<GateResult, 'key' | 'kind' | 'value' | 'reason'> &
  SeenPaper & { age: PaperAge | undefined };
export type SeenPlace = Pick<
  ServiceReadiness,
  'serviceId' | 'verdict' | 'people' | 'papers' | 'stage' | 'mapClass' | 'staffing' | 'inTraining' | 'onHold'
> & {
  code: string;
  name: string;
  pilot: boolean;
  region: string;
  wave: Wave | undefined;
  /** The other municipalities that the same service serves. */
  servedWith: string[];
  gates: SeenGate[];
};
export type SeenPlaces = {
  asOf: string;
  knownOn?: string | undefined;
  /** The day whose papers are shown: of a coming day they are those of today. */
  papersOn: string;
  policyVersion: string;
  places: SeenPlace[];
  /** By their names in Danish order, and by the day they open. */
  regions: string[];
  waves: Wave[];
};

/** The municipalities of a readiness in Danish order, each with its region and wave that day and the age of its papers. */
export async function listPlaces(
  world: World,
  { asOf, knownOn, policyVersion, services }: Readiness,
): Promise<SeenPlaces> {
  const today = dayOf(world.now());
  const papersOn = asOf > today ? today : asOf;
  const known = knownOn && endOfDay(knownOn);
  const [regionOf, waves, members] = await Promise.all([
    listRegionsOn(world.db, asOf),
    listWaves(world.db, { known }),
    listWaveMembers(world.db, { day: asOf, known }),
  ]);
  const waveById = new Map(waves.map((wave) => [wave.id, wave]));
  const waveOf = new Map(members.map(({ serviceId, waveId }) => [serviceId, waveById.get(waveId)]));
  const places = services.flatMap(({ municipalities, gates, ...service }) => {
    const seen = gates.map((gate) => ({ ...gate, ...seenPaperOf(gate), age: paperAgeOf(gate, papersOn) }));
    return municipalities.map(
      ({ code, name, pilot }): SeenPlace => ({
        ...{ code, name, pilot, gates: seen },
        ...{ serviceId: service.serviceId, verdict: service.verdict, people: service.people, papers: service.papers },
        ...{ stage: service.stage, mapClass: service.mapClass, staffing: service.staffing },
        ...{ inTraining: service.inTraining, onHold: service.onHold },
        region: regionOf.get(code) ?? '',
        wave: waveOf.get(service.serviceId),
        servedWith: municipalities.filter((each) => each.code !== code).map((each) => each.name),
      }),
    );
  });
  places.sort((a, b) => danish.compare(a.name, b.name));
  const regions = [...new Set(places.map(({ region }) => region))].filter((region) => region !== '');
  return {
    asOf,
    ...(knownOn && { knownOn }),
    papersOn,
    policyVersion,
    places,
    regions: regions.sort(danish.compare),
    waves,
  };
}
