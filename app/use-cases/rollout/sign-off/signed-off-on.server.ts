import type { World } from '#app/platform/world.server.ts';
import { endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { listOpeningServices, listSignatures } from '#db/queries/sign-off.ts';
import { listWaveMembers } from '#db/queries/wave.ts';

/**
 * The services that may open by the sign-off of their wave on a day: as many persons as the rules ask for had signed by the
 * end of that day, it was not withdrawn since, and the service is still in that wave.
 */
export async function signedOffOn(
  world: Pick<World, 'db'>,
  { day, services }: { day: string; services?: readonly string[] | undefined },
): Promise<Set<string>> {
  const [opening, members] = await Promise.all([
    listOpeningServices(world.db, services),
    listWaveMembers(world.db, { day, services }),
  ]);
  const signatures = await listSignatures(world.db, [...new Set(opening.map(({ roundId }) => roundId))]);
  const until = endOfDay(day);
  const signedBy = (roundId: string) =>
    new Set(signatures.filter((each) => each.roundId === roundId && each.at <= until).map(({ personId }) => personId));
  const waveOf = new Map(members.map(({ serviceId, waveId }) => [serviceId, waveId]));
  return new Set(
    opening
      .filter(({ roundId, persons }) => signedBy(roundId).size >= persons)
      .filter(({ serviceId, waveId }) => waveOf.get(serviceId) === waveId)
      .map(({ serviceId }) => serviceId),
  );
}
