import type { Environment } from '#app/platform/env.server.ts';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness trouble --as-of DAY`: how often each solution caused trouble in the 90 days until then, and by what. */
export async function troubleVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, 'known-on': knownOn } = options;
  const refused = noSuchDay(asked, knownOn);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const figures = await guidanceFigures(world, asked ?? dayOf(world.now()), 'all', knownOn);
    const solutions = world.topics.solutions.map(({ key, title, owner }) => ({
      key,
      title: title.da,
      owner: owner?.da,
    }));
    const lines = figures.trouble.rows.map(({ key, total, counts }) => {
      const parts = Object.entries(counts).map(([trouble, count]) => `${trouble} ${count ?? 'hidden'}`);
      return `${solutions.find((each) => each.key === key)?.title}: ${total ?? 'hidden'} (${parts.join(', ')})`;
    });
    return { exit: 0, text: lines.join('\n'), json: json['readiness trouble'](figures, solutions) };
  });
}
