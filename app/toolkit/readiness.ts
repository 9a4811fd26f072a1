import type { Environment } from '#app/platform/env.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Staffing } from '#curriculum/readiness/readiness-of.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';

/** `readiness report --as-of DAY`: one row per municipality. */
export async function readinessVerb({ verb, options }: Input, env: Environment): Promise<Answer> {
  if (verb !== 'report') return wrongUsage();
  const asked = options['as-of'];
  if (asked !== undefined && !isDay(asked)) return wrongUsage(`"${asked}" is not a day: write 2026-11-24.`);
  return inWorld(env, async (world) => {
    const report = readinessReport(await readinessOfTheCountry(world, asked ?? dayOf(world.now())));
    const lines = report.municipalities.map(
      ({ code, name, verdict, stage, staffing }) => `${code} ${name}: ${verdict}, ${stage}, ${staffingText(staffing)}`,
    );
    // Other programs read this shape, so `missing` is left out; the staffing gate says whether the staffing is unknown.
    const municipalities = report.municipalities.map(({ staffing: { missing: _, ...staffing }, ...row }) => ({
      ...row,
      staffing,
    }));
    return { exit: 0, text: lines.join('\n'), json: { ...report, municipalities } };
  });
}

const staffingText = ({ required, certified, countedForGate, missing }: Staffing) =>
  missing === null ? 'staffing unknown' : `${countedForGate} of ${required} (${certified} certified)`;
