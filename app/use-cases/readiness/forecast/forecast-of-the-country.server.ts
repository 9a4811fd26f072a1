import type { World } from '#app/platform/world.server.ts';
import { addMonths, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Forecast } from '#curriculum/readiness/forecast/forecast-of.ts';
import type { WhatIf } from '#curriculum/readiness/forecast/what-if.ts';
import { forecastFacts } from './forecast-facts.server.ts';
import { furthestMonths } from './usual-day-of.ts';

export type ForecastInput = {
  asOf: string;
  by: string;
  target: number;
  seed: string;
  /** Beside the base case, which is always worked out. */
  whatIf?: WhatIf | undefined;
  /** Also the chance of each place if one more person there gets a seat. */
  withOneMore?: boolean;
};
export type ForecastRow = {
  code: string;
  name: string;
  serviceId: string;
  /** With one more person on a hold; null if it was not asked for. */
  oneMore: number | null;
} & Omit<Forecast['services'][number], 'chances'>;
export type ForecastOfTheCountry =
  | { ok: true; base: Forecast; rows: ForecastRow[]; changed: Forecast | null }
  | { ok: false; reason: 'too-few'; completions: number }
  | { ok: false; reason: 'not-a-day' | 'in-the-future' | 'by-too-early' | 'by-too-late' | 'no-service' };

/**
 * Foretells when the people of each place are ready, in a thread. It is only as good as the experience up to the day: of
 * an earlier day it knows nothing that came later, of a coming one there is none yet. Without a permission check.
 */
export async function forecastOfTheCountry(
  world: World,
  input: ForecastInput,
  onProgress?: (done: number, of: number) => void,
): Promise<ForecastOfTheCountry> {
  const { asOf, by, target, seed, whatIf, withOneMore } = input;
  if (!isDay(asOf) || !isDay(by)) return { ok: false, reason: 'not-a-day' };
  if (asOf > dayOf(world.now())) return { ok: false, reason: 'in-the-future' };
  if (by <= asOf) return { ok: false, reason: 'by-too-early' };
  if (by > addMonths(asOf, furthestMonths)) return { ok: false, reason: 'by-too-late' };
  const { facts, places } = await forecastFacts(world, asOf);
  if (whatIf?.lostContact && !places.some(({ serviceId }) => serviceId === whatIf.lostContact))
    return { ok: false, reason: 'no-service' };
  const run = (changes?: WhatIf) =>
    world.forecaster.foretell(
      { policy: world.policy, facts, asked: { by, target, seed, ...(changes && { whatIf: changes }) } },
      onProgress,
    );
  const base = await run();
  if (!base.ok) return base;
  const changed = whatIf ? await run(whatIf) : undefined;
  const oneMore = withOneMore ? await run({ seatsEach: 1 }) : undefined;
  const withOne = new Map(
    oneMore?.ok ? oneMore.forecast.services.map(({ serviceId, chance }) => [serviceId, chance]) : [],
  );
  const told = new Map(base.forecast.services.map((service) => [service.serviceId, service]));
  const rows = places.flatMap(({ serviceId, municipalities }) => {
    const { chances: _, ...row } = told.get(serviceId)!;
    const oneMoreHere = withOne.get(serviceId) ?? null;
    return municipalities.map(({ code, name }): ForecastRow => ({ code, name, oneMore: oneMoreHere, ...row }));
  });
  return {
    ok: true,
    base: base.forecast,
    rows: rows.sort((a, b) => (a.code < b.code ? -1 : 1)),
    changed: changed?.ok ? changed.forecast : null,
  };
}
