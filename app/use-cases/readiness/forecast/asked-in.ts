import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { WhatIf } from '#curriculum/readiness/forecast/what-if.ts';
import { dayAndTarget } from './day-and-target.ts';
import type { ForecastInput } from './forecast-of-the-country.server.ts';
import { targetOf } from './usual-day-of.ts';

const tries = ['holds', 'seats', 'through', 'renews', 'people', 'contact'] as const;
type Tried = Record<(typeof tries)[number], string>;

export type AskedForecast = {
  input: ForecastInput;
  /** What the form shows again. */
  tried: Tried;
  typedTarget: string;
  typedBy: string;
  /** Everything that was asked, for links that keep it. */
  kept: Record<string, string>;
  /** The day of the other pages, if it is not today. */
  carried: string | undefined;
  /** The day of the other pages has not come: it becomes the day by which places should be ready. */
  ahead: boolean;
  wrong: 'not-a-day' | 'target' | undefined;
  test: boolean;
};

const usualSeats = 16;

/**
 * Reads the question and what is tried from an address. What is not a number there counts as not asked; without a day or
 * a number of municipalities those of the rollout are asked for.
 */
export function askedIn(
  search: URLSearchParams,
  day: { ok: boolean; asOf: string; today: string },
  rollout?: { day: string; target: number | null },
): AskedForecast {
  const text = (name: string) => (search.get(name) ?? '').trim().slice(0, 40);
  const ahead = day.asOf > day.today;
  const asOf = ahead ? day.today : day.asOf;
  const typedBy = text('by');
  const planned = dayAndTarget(asOf, rollout);
  const by = isDay(typedBy) ? typedBy : ahead ? day.asOf : planned.by;
  const typedTarget = text('target') || String(planned.target);
  const target = Number(typedTarget);
  const isTarget = /^\d{1,2}$/.test(typedTarget) && target >= 1 && target <= targetOf.most;
  const tried = Object.fromEntries(tries.map((name) => [name, text(name)])) as Tried;
  const whatIf = whatIfOf(tried);
  return {
    input: {
      ...{ asOf, by, target: isTarget ? target : targetOf.usual },
      seed: /^\d{1,9}$/.test(text('seed')) ? text('seed') : asOf.replaceAll('-', ''),
      ...(Object.keys(whatIf).length > 0 && { whatIf }),
    },
    tried,
    typedTarget,
    typedBy: typedBy || by,
    kept: Object.fromEntries([...search].filter(([name]) => name !== 'test')),
    carried: day.ok && day.asOf !== day.today ? day.asOf : undefined,
    ahead,
    wrong: !day.ok || (typedBy !== '' && !isDay(typedBy)) ? 'not-a-day' : isTarget ? undefined : 'target',
    test: search.get('test') === '1',
  };
}

function whatIfOf({ holds, seats, through, renews, people, contact }: Tried): WhatIf {
  const more = numberIn(holds, 1, 20);
  const share = { through: numberIn(through, 0.01, 0.99), renews: numberIn(renews, 0, 1) };
  const peoplePerAdviser = numberIn(people, 1_000, 1_000_000);
  return {
    ...(more !== undefined && { seats: more * (numberIn(seats, 1, 100) ?? usualSeats) }),
    ...(share.through !== undefined && { through: share.through }),
    ...(share.renews !== undefined && { renews: share.renews }),
    ...(peoplePerAdviser !== undefined && { peoplePerAdviser }),
    ...(contact !== '' && { lostContact: contact }),
  };
}

function numberIn(text: string, least: number, most: number): number | undefined {
  const value = text === '' ? Number.NaN : Number(text);
  return value >= least && value <= most ? value : undefined;
}
