import type { Environment } from '#app/platform/env.server.ts';
import { listLibraries } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from '../readiness/no-such-day.ts';

/** `places list [WORDS] [--state open|closes|opens|closed] [--region NAME] [--as-of DAY] [--known-on DAY]`. */
export async function listVerb({ args, options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asOf, 'known-on': knownOn, state = '', region = '' } = options;
  const refused = noSuchDay(asOf, knownOn);
  if (refused) return refused;
  const listed = await inWorld(
    env,
    (world) =>
      listLibraries(world, null, {
        ...{ find: args.join(' '), state, region },
        ...(asOf && { asOf }),
        ...(knownOn && { knownOn }),
      }),
    { migrate: true },
  );
  const lines = listed.libraries.map(
    ({ number, name, municipality, service, state: is, people, successor }) =>
      `${number} ${name}, ${municipality} (${service}): ${is}, ${people} people${successor ? `, goes on at ${successor}` : ''}`,
  );
  return { exit: 0, text: lines.join('\n'), json: json['places list'](listed) };
}
