import type { Environment } from '#app/platform/env.server.ts';
import { dayAndTarget } from '#app/use-cases/readiness/forecast/day-and-target.ts';
import {
  type ForecastOfTheCountry,
  forecastOfTheCountry,
} from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { WhatIf } from '#curriculum/readiness/forecast/what-if.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness forecast --as-of DAY --by DAY --target N --seed N`: the chance of each municipality, and of the country. */
export async function forecastVerb({ options }: Input, env: Environment): Promise<Answer> {
  const refused = noSuchDay(options['as-of'], options.by);
  if (refused) return refused;
  const wrong = ['seed', 'target', 'seats'].find(
    (name) => options[name] !== undefined && !/^\d{1,9}$/.test(options[name]),
  );
  if (wrong) return wrongUsage(`--${wrong} takes a whole number, not "${options[wrong]}".`);
  const seats = Number(options.seats ?? 0);
  const whatIf: WhatIf | undefined = seats > 0 ? { seats } : undefined;
  return inWorld(env, async (world) => {
    const asOf = options['as-of'] ?? dayOf(world.now());
    const planned = dayAndTarget(asOf, await rolloutDateOn(world.db, asOf));
    const input = {
      asOf,
      by: options.by ?? planned.by,
      target: Number(options.target ?? planned.target),
      seed: options.seed ?? asOf.replaceAll('-', ''),
      whatIf,
    };
    const answer = await forecastOfTheCountry(world, input, (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} services${done === of ? '\n' : ''}`);
    });
    const printed = json['readiness forecast'](asOf, answer);
    if (!answer.ok && answer.reason !== 'too-few') return { exit: 1, error: refusals[answer.reason], json: printed };
    return { exit: 0, text: textOf(answer), json: printed };
  });
}

type Refusal = Exclude<Extract<ForecastOfTheCountry, { ok: false }>['reason'], 'too-few'>;
const refusals: Record<Refusal, string> = {
  'not-a-day': 'Write a day as 2026-11-24.',
  'in-the-future': 'A forecast is made as of today or of an earlier day: nobody knows what will be known later.',
  'by-too-early': 'The day of --by comes after the day of --as-of.',
  'by-too-late': 'A forecast looks at most 24 months ahead.',
  'no-service': 'There is no such library service.',
};

function textOf(answer: ForecastOfTheCountry): string {
  if (!answer.ok) return answer.reason === 'too-few' ? `Too few have finished to foretell: ${answer.completions}.` : '';
  const { base, rows, changed } = answer;
  const line = (name: string, forecast: typeof base) => {
    const { low, middle, high } = forecast.people.at(-1)!;
    return `${name}: ${middle} on ${forecast.by}, 8 of 10 outcomes from ${low} to ${high}; ${forecast.target} or more: ${percent(forecast.reached.at(-1)!)}`;
  };
  return [
    line('People ready', base),
    ...(changed ? [line('With more seats', changed)] : []),
    ...rows.map(
      ({ code, name, chance, counted, required, rests }) =>
        `${code} ${name}: ${percent(chance)}, ${counted} of ${required} today${rests === 'nation' ? ', by the figures of the nation' : ''}`,
    ),
  ].join('\n');
}

const percent = (chance: number) => `${Math.round(chance * 100)} %`;
