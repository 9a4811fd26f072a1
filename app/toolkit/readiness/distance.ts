import type { Environment } from '#app/platform/env.server.ts';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness distance --as-of DAY`: how far people came in the 90 days until then, and where no guidance point is staffed. */
export async function distanceVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, 'known-on': knownOn } = options;
  const refused = noSuchDay(asked, knownOn);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const figures = await guidanceFigures(world, asked ?? dayOf(world.now()), 'all', knownOn);
    const bands = figures.distances.map(({ key, sessions }) => `${key || 'unknown'}: ${sessions ?? 'hidden'}`);
    const without = figures.municipalities.filter(({ staffedPoints }) => staffedPoints === 0);
    const places = without.map(({ key, name, points }) => `${key} ${name}: none of ${points} points is staffed`);
    return { exit: 0, text: [...bands, ...places].join('\n'), json: json['readiness distance'](figures) };
  });
}
