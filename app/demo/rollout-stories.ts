import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { requireOk } from './adviser.ts';
import { type Cast, clockAt } from './cast.ts';

/** How long ago the agency made its plan. */
const planned = 120;
const sizes = [17, 39];

/** Invented waves: the pilots first, then those that are nearest to being ready, then the others. */
export async function playRollout(cast: Cast): Promise<void> {
  const { world } = clockAt(cast, planned);
  const make = async (name: string, opensOn: string) => {
    const made = await recordWave(world, cast.agency, { name, opensOn });
    requireOk(made);
    return (made as { id: string }).id;
  };
  const waves = [
    await make('Pilot', addDays(cast.today, -85)),
    await make('Bølge 1', addMonths(cast.today, 3)),
    await make('Bølge 2', addMonths(cast.today, 6)),
    await make('Bølge 3', addMonths(cast.today, 10)),
  ];
  const { services } = await readinessOfTheCountry(cast.world, cast.today);
  const pilots = services.filter(({ municipalities }) => municipalities.some(({ pilot }) => pilot));
  const others = services
    .filter((each) => !pilots.includes(each))
    .map(({ serviceId, gates }) => ({
      serviceId,
      open: gates.filter(({ value }) => value === 'ikke-opfyldt' || value === 'ukendt').length,
    }))
    .sort((a, b) => a.open - b.open || (a.serviceId < b.serviceId ? -1 : 1))
    .map(({ serviceId }) => serviceId);
  const [first, second] = sizes as [number, number];
  const members = [
    pilots.map(({ serviceId }) => serviceId),
    others.slice(0, first),
    others.slice(first, first + second),
    others.slice(first + second),
  ];
  for (const [at, ids] of members.entries())
    requireOk(
      await moveToWave(world, cast.agency, {
        ...{ services: ids, waveId: waves[at]!, from: addDays(cast.today, -planned), why: '' },
      }),
    );
}
