import type { Environment } from '#app/platform/env.server.ts';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness reach --as-of DAY`: sessions per 1,000 inhabitants and firms in the 90 days until then, and by channel. */
export async function reachVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, 'known-on': knownOn } = options;
  const refused = noSuchDay(asked, knownOn);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const figures = await guidanceFigures(world, asked ?? dayOf(world.now()), 'all', knownOn);
    const lines = figures.municipalities.map(
      ({ key, name, sessions, perInhabitants, perFirms }) =>
        `${key} ${name}: ${sessions ?? 'hidden'}, ${perInhabitants.per1000 ?? `unknown (${perInhabitants.why})`} per 1,000 inhabitants, ${perFirms.per1000 ?? `unknown (${perFirms.why})`} per 1,000 firms`,
    );
    return { exit: 0, text: lines.join('\n'), json: json['readiness reach'](figures) };
  });
}
