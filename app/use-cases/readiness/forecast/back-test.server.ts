import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { type BackTest, scoreOf, type Told } from '#curriculum/readiness/forecast/back-test.ts';
import { forecastFacts } from './forecast-facts.server.ts';

export type BackTested =
  | { ok: true; days: string[]; ahead: number; test: BackTest }
  | { ok: false; reason: 'too-few-days'; days: string[]; needed: number };

/** How many days ahead the earlier forecasts are held against what happened, and how many of them it takes. */
const ahead = 90;
const needed = 3;
const mostMonths = 12;
const drawsOfTest = 500;

/**
 * Works the forecast out as of earlier months, with what was known then, and scores it against what happened 90 days
 * later, beside the two simple guesses.
 */
export async function backTest(world: World, viewer: Viewer, asOf: string): Promise<BackTested | undefined> {
  if (!may(viewer, 'see-forecast')) return undefined;
  const told: Told[] = [];
  const days: string[] = [];
  for (let month = 0; month < mostMonths; month++) {
    const day = addMonths(addDays(asOf, -ahead), -month);
    const by = addDays(day, ahead);
    const { facts } = await forecastFacts(world, day);
    const foretold = await world.forecaster.foretell({
      policy: world.policy,
      facts,
      asked: { by, target: 1, seed: day, draws: drawsOfTest },
    });
    if (!foretold.ok) break;
    const happened = await readinessOfTheCountry(world, by);
    const ready = new Set(
      happened.services.filter(({ people }) => people === 'opfyldt').map(({ serviceId }) => serviceId),
    );
    days.push(day);
    for (const { serviceId, chance, today, onTime } of foretold.forecast.services)
      told.push({ chance, asToday: today, onTime, happened: ready.has(serviceId) });
  }
  return days.length < needed
    ? { ok: false, reason: 'too-few-days', days, needed }
    : { ok: true, days, ahead, test: scoreOf(told) };
}
