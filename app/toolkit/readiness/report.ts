import type { Environment } from '#app/platform/env.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Staffing } from '#curriculum/readiness/readiness-of.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness report --as-of DAY`: one row per municipality; with `--known-on DAY` as it was known at the end of that day. */
export async function reportVerb({ options }: Input, env: Environment): Promise<Answer> {
  const asked = options['as-of'];
  const knownOn = options['known-on'];
  const refused = noSuchDay(asked, knownOn);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const readiness = await readinessOfTheCountry(world, asked ?? dayOf(world.now()), { knownOn });
    const lines = readinessReport(readiness).municipalities.map(
      ({ code, name, verdict, stage, staffing }) => `${code} ${name}: ${verdict}, ${stage}, ${staffingText(staffing)}`,
    );
    return { exit: 0, text: lines.join('\n'), json: json['readiness report'](readiness, knownOn) };
  });
}

const staffingText = ({ required, certified, countedForGate, missing }: Staffing) =>
  missing === null ? 'staffing unknown' : `${countedForGate} of ${required} (${certified} certified)`;
