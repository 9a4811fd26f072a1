import type { Environment } from '#app/platform/env.server.ts';
import { wavesOn } from '#app/use-cases/rollout/waves/waves-on.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness waves --as-of DAY`: the waves of the rollout, when each opens and which services are in it on that day. */
export async function wavesVerb({ options }: Input, env: Environment): Promise<Answer> {
  const asked = options['as-of'];
  const refused = noSuchDay(asked);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const asOf = asked ?? dayOf(world.now());
    const on = await wavesOn(world, asOf);
    const lines = on.waves.map(
      ({ name, opensOn, services }) => `${name}, ${opensOn}: ${services.map((each) => each.name).join(', ') || '–'}`,
    );
    return {
      exit: 0,
      text: [...lines, `No wave: ${on.others.length}`].join('\n'),
      json: json['readiness waves'](asOf, on),
    };
  });
}
