import type { World } from '#app/platform/world.server.ts';
import { dayAndTarget } from '#app/use-cases/readiness/forecast/day-and-target.ts';
import { forecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import { atHand } from './at-hand.ts';
import type { MondayDays } from './monday-days.server.ts';

export type MondayForecast = {
  by: string;
  target: number;
  /** How many municipalities are ready on each date, with the papers of today: 8 of 10 outcomes lie from low to high. */
  dates: { day: string; low: number; middle: number; high: number }[];
  /** How many have their people on the day, and the chance that as many as the target have. */
  people: { low: number; middle: number; high: number };
  chance: number;
  workedOutAt: string;
};
/** The chance that a service has its people on that day, and whose completions it rests on. */
export type PlaceChance = { chance: number; rests: 'own' | 'nation' };
export type ForecastAtHand = { ok: true; forecast: MondayForecast; chances: Map<string, PlaceChance> } | { ok: false };

/** After so long a forecast is worked out anew; until that is done the earlier one is shown, with its time. */
const freshMinutes = 60;

/**
 * The forecast for the day of the rollout, if it is at hand: it is not `ok` if too few have finished. Otherwise it is begun, and
 * undefined means that it is under way. With `wait` it is worked out first.
 */
export async function forecastAtHand(
  world: World,
  { today, set }: Pick<MondayDays, 'today' | 'set'>,
  { wait = false }: { wait?: boolean } = {},
): Promise<ForecastAtHand | undefined> {
  const { by, target } = dayAndTarget(today, set);
  const work = async (): Promise<ForecastAtHand> => {
    const workedOutAt = world.now();
    const told = await forecastOfTheCountry(world, { asOf: today, by, target, seed: today.replaceAll('-', '') });
    if (!told.ok) return { ok: false };
    const { dates, ready, people, reached, services } = told.base;
    const forecast = {
      ...{ by, target, workedOutAt, chance: reached.at(-1)!, people: pick(people.at(-1)!) },
      dates: dates.map((day, at) => ({ day, ...pick(ready[at]!) })),
    };
    const chances = new Map(services.map(({ serviceId, chance, rests }) => [serviceId, { chance, rests }]));
    return { ok: true, forecast, chances };
  };
  if (wait) return work();
  return atHand(world, `forecast ${today} ${by} ${target}`, { work, freshMinutes });
}

const pick = ({ low, middle, high }: { low: number; middle: number; high: number }) => ({ low, middle, high });
