import type { Environment } from '#app/platform/env.server.ts';
import { correctLibrary } from '#app/use-cases/places/libraries/correct-library.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

/** `places move NUMBER [--municipality CODE] [--name NAME] [--opened DAY] [--guidance yes|no]`: puts right where it stands and what it is. */
export async function correctVerb({ args: [number], options }: Input, env: Environment): Promise<Answer> {
  const { municipality, name, opened, guidance } = options;
  if (!number || [municipality, name, opened, guidance].every((each) => each === undefined)) return wrongUsage();
  if (guidance !== undefined && guidance !== 'yes' && guidance !== 'no') return wrongUsage();
  const outcome = await inWorld(
    env,
    (world) =>
      correctLibrary(world, null, {
        number,
        ...(municipality !== undefined && { municipality }),
        ...(name !== undefined && { name }),
        ...(opened !== undefined && { opened }),
        ...(guidance !== undefined && { guidancePoint: guidance === 'yes' }),
      }),
    { migrate: true },
  );
  if (outcome.ok)
    return {
      exit: 0,
      text: outcome.changed ? 'done' : 'nothing to change',
      json: json.places({ ...outcome, number }),
    };
  const issues = outcome.reason === 'not-so' ? outcome.issues.map(({ field, problem }) => `${field}.${problem}`) : [];
  return {
    exit: 1,
    error: issues.map((issue) => reasons[issue] ?? issue).join('\n') || 'There is no library with that number.',
    json: json.places({ ok: false, reason: outcome.reason, issues }),
  };
}

const reasons: Record<string, string> = {
  'name.missing': 'A library has a name.',
  'name.too-long': 'The name may have 120 characters at most.',
  'municipality.missing': 'There is no municipality with that code.',
  'opened.not-a-day': 'That is not a day: --opened YYYY-MM-DD.',
  'opened.after-closing': 'The library closes before that day.',
  'opened.people-before': 'There were people at the library before that day.',
};
