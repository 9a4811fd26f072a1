import type { Environment } from '#app/platform/env.server.ts';
import { openLibrary } from '#app/use-cases/places/libraries/open-library.server.ts';
import { reopenLibrary } from '#app/use-cases/places/libraries/reopen-library.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

/** `places open NUMBER --name NAME --municipality CODE --from DAY [--no-guidance]` and `places reopen NUMBER`. */
export async function openVerb({ verb, args: [number], options }: Input, env: Environment): Promise<Answer> {
  if (!number) return wrongUsage();
  if (verb === 'reopen') {
    const outcome = await inWorld(env, (world) => reopenLibrary(world, null, { number }), { migrate: true });
    if (outcome.ok) return { exit: 0, text: 'done', json: json.places({ ok: true, number }) };
    const error =
      outcome.reason === 'not-closed' ? 'The library is not closed.' : 'There is no library with that number.';
    return { exit: 1, error, json: json.places(outcome) };
  }
  const { name = '', municipality = '', from = '' } = options;
  const guidancePoint = !('no-guidance' in options);
  const outcome = await inWorld(
    env,
    (world) => openLibrary(world, null, { number, name, municipality, from, guidancePoint }),
    { migrate: true },
  );
  if (outcome.ok) return { exit: 0, text: outcome.number, json: json.places(outcome) };
  const issues =
    outcome.reason === 'forbidden' ? [] : outcome.issues.map(({ field, problem }) => `${field}.${problem}`);
  return {
    exit: 1,
    error: issues.map((issue) => reasons[issue] ?? issue).join('\n'),
    json: json.places({ ok: false, reason: outcome.reason, issues }),
  };
}

const reasons: Record<string, string> = {
  'number.not-a-number': 'A library number has six digits and begins with 7: 7, the municipality, the branch.',
  'number.no-operator': 'The three digits after 7 belong to no municipality.',
  'number.taken': 'Another library has the number; it is used only once.',
  'name.missing': 'Write the name: --name NAME.',
  'name.too-long': 'The name may have 120 characters at most.',
  'municipality.missing': 'There is no municipality with that code: --municipality CODE, for example 0657.',
  'from.not-a-day': 'Write the day on which it opens: --from YYYY-MM-DD.',
};
