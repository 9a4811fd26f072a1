import { readFileSync } from 'node:fs';
import type { Environment } from '#app/platform/env.server.ts';
import { problemText } from '#app/platform/open-world.server.ts';
import { type PolicyComparison, previewPolicy } from '#app/use-cases/readiness/policy/preview-policy.server.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness policy preview FILE [--as-of DAY]`: what a candidate for the policy would change. Nothing is stored. */
export async function policyVerb({ args, options }: Input, env: Environment): Promise<Answer> {
  if (args[0] !== 'preview') return wrongUsage();
  const [, file] = args;
  if (!file) return wrongUsage('Name the file of the candidate.');
  const asOf = options['as-of'];
  const refused = noSuchDay(asOf);
  if (refused) return refused;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { exit: 1, error: `${file} cannot be read.` };
  }
  return inWorld(env, async (world) => {
    const outcome = await previewPolicy(world, null, { text, day: asOf });
    const printed = json['readiness policy'](outcome);
    if (outcome.ok)
      return { exit: 0, text: [...linesOf(outcome.today), ...linesOf(outcome.onDay)].join('\n'), json: printed };
    const error =
      outcome.reason === 'not-a-policy' ? outcome.problems.map(problemText).join('\n') : refusals[outcome.reason];
    return { exit: 1, error, json: printed };
  });
}

const linesOf = ({ day, current, candidate, services, totals }: PolicyComparison) => [
  `${day}, ${candidate} against ${current}: ${totals.down} fall out, ${totals.up} come in, ${totals.aside} change otherwise, ${totals.same} stay`,
  ...services.map(
    ({ name, from, to, gates }) =>
      `  ${name}: ${from} -> ${to}; ${gates.map((gate) => `${gate.key}: ${gate.from} -> ${gate.to}`).join(', ')}`,
  ),
];

const refusals = {
  forbidden: 'This is not allowed.',
  nothing: 'The file is empty.',
  'too-large': 'The file is larger than 200 kB.',
  'not-a-day': 'That is not a day: write 2026-11-24.',
};
