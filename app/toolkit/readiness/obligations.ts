import type { Environment } from '#app/platform/env.server.ts';
import { obligationsOn } from '#app/use-cases/obligations/obligations-on.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness obligations --as-of DAY`: what starts or falls due in six months, and where nobody is trained for it. */
export async function obligationsVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, 'known-on': knownOn } = options;
  const refused = noSuchDay(asked, knownOn);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const found = await obligationsOn(world, asked ?? dayOf(world.now()), 'all', knownOn);
    const dates = found.ahead.map(
      ({ day, title, movedFrom }) => `${day} ${title.da}${movedFrom ? ` (${movedFrom})` : ''}`,
    );
    const areas = found.areas.map(
      ({ title, steps, trained }) =>
        `${title.da}: ${steps.length === 0 ? 'no step covers this' : `${trained} of ${found.municipalities} municipalities`}`,
    );
    return { exit: 0, text: [...dates, ...areas].join('\n'), json: json['readiness obligations'](found) };
  });
}
