import type { Environment } from '#app/platform/env.server.ts';
import { listServing } from '#app/use-cases/places/serving/list-serving.server.ts';
import { seeServing } from '#app/use-cases/places/serving/see-serving.server.ts';
import { serveMunicipality } from '#app/use-cases/places/serving/serve-municipality.server.ts';
import { takeBackServing } from '#app/use-cases/places/serving/take-back-serving.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from '../readiness/no-such-day.ts';

/** `places services [--as-of DAY]`: each library service with the municipalities it serves on the day. */
export async function servicesVerb({ options }: Input, env: Environment): Promise<Answer> {
  const refused = noSuchDay(options['as-of']);
  if (refused) return refused;
  const listed = await inWorld(env, (world) => listServing(world, null, options['as-of']), { migrate: true });
  const lines = listed.services.map(
    ({ id, name, serves }) =>
      `${id} ${name}: ${serves.map((each) => each.name).join(', ') || 'serves no municipality'}`,
  );
  return { exit: 0, text: lines.join('\n'), json: json['places services'](listed) };
}

/** `places serve CODE SERVICE --from DAY --reason TEXT [--dry-run]`, or `places serve CODE --take-back DAY`. */
export async function serveVerb({ args: [code, serviceId], options }: Input, env: Environment): Promise<Answer> {
  const { from, reason = '', 'take-back': back } = options;
  if (!code) return wrongUsage();
  if (back !== undefined) {
    const outcome = await inWorld(env, (world) => takeBackServing(world, null, { code, from: back }), {
      migrate: true,
    });
    return outcome.ok ? { exit: 0, text: 'done', json: json.places(outcome) } : refusal(outcome.reason);
  }
  if (!serviceId || from === undefined) return wrongUsage();
  return inWorld(
    env,
    async (world): Promise<Answer> => {
      const seen = await seeServing(world, null, { code, serviceId, from, language: 'en' });
      if (!seen.ok) return refusal(seen.reason);
      const { required, librariesLeft, former, effects, asOf } = seen.preview;
      const text = [
        ...required.map(
          (each) =>
            `${each.name}: ${each.municipalities.join(', ') || 'serves no municipality'}; requires ${each.from} -> ${each.to}`,
        ),
        ...(librariesLeft > 0 ? [`${librariesLeft} open libraries there are still run by ${former}`] : []),
        ...effects.map((each) => `${asOf} ${each.name}: ${each.from} -> ${each.to}`),
      ].join('\n');
      const dryRun = 'dry-run' in options;
      if (!dryRun) {
        const outcome = await serveMunicipality(world, null, { code, serviceId, from, why: reason });
        if (!outcome.ok) return refusal(outcome.reason);
      }
      return { exit: 0, text, json: json['places serve'](seen.preview, dryRun) };
    },
    { migrate: true },
  );
}

const refusal = (reason: string): Answer => ({
  exit: 1,
  error: reasons[reason] ?? reason,
  json: json.places({ ok: false, reason }),
});

const reasons: Record<string, string> = {
  'not-found': 'There is no municipality with that code.',
  'no-service': 'There is no library service with that id; `places services` lists them.',
  'not-a-day': 'That is not a day: --from YYYY-MM-DD.',
  'before-first': 'The day must be after the first service began.',
  'later-planned':
    'A change on that day or later is there already. Take it back first: `places serve CODE --take-back DAY`.',
  'serves-already': 'The service serves the municipality on that day already.',
  'no-reason': 'Give a reason of at least five characters: --reason TEXT.',
  'changed-meanwhile': 'No change began on that day as the last one.',
};
