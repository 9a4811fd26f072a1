import type { Environment } from '#app/platform/env.server.ts';
import { mondayOfTheCountry } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

/** `readiness monday`: the answer for the day of the rollout, what is urgent, what has changed and what is expected. */
export async function mondayVerb(_: Input, env: Environment): Promise<Answer> {
  return inWorld(env, async (world) => {
    const monday = await mondayOfTheCountry(world, { wait: true });
    const { day, of, parts, since, changes, urgent, forecast } = monday;
    const end = forecast?.dates.at(-1);
    const lines = [
      `${parts.ready} of ${of} municipalities are ready for ${day}.`,
      `Lack papers only: ${parts['papers-no'] + parts['papers-unknown']}. Lack people: ${parts['people-under-way'] + parts['people-not-begun']}. People unknown: ${parts['people-unknown']}.`,
      ...(forecast && end
        ? [`Expected on ${forecast.by}: ${end.middle}, 8 of 10 outcomes from ${end.low} to ${end.high}.`]
        : []),
      `Since ${since}: ${changes.totals.up} up, ${changes.totals.down} down.`,
      ...urgent.map(
        ({ kind, by, effect, places }) => `${by} ${kind} (${effect}): ${places.map(({ name }) => name).join(', ')}`,
      ),
    ];
    return { exit: 0, text: lines.join('\n'), json: json['readiness monday'](monday) };
  });
}
