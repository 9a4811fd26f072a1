import type { Environment } from '#app/platform/env.server.ts';
import { giveOverride } from '#app/use-cases/readiness/overrides/give-override.server.ts';
import { seeOverrides } from '#app/use-cases/readiness/overrides/see-overrides.server.ts';
import { withdrawOverride } from '#app/use-cases/readiness/overrides/withdraw-override.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness override list|give|withdraw`. It checks no permission: whoever runs it has the database itself. */
export async function overrideVerb(input: Input, env: Environment): Promise<Answer> {
  switch (input.args[0]) {
    case 'list':
      return list(input, env);
    case 'give':
      return input.args[1] ? give(input, env) : wrongUsage('Name the library service.');
    case 'withdraw':
      return input.args[1] ? withdraw(input, env) : wrongUsage('Name the override.');
    default:
      return wrongUsage();
  }
}

async function list({ options }: Input, env: Environment): Promise<Answer> {
  const asked = options['as-of'];
  const refused = noSuchDay(asked);
  if (refused) return refused;
  return inWorld(env, async (world) => {
    const asOf = asked ?? dayOf(world.now());
    const { overrides } = (await seeOverrides(world, null, asOf))!;
    const lines = overrides.map(
      ({ id, service, standing, from, lastDay, decidedBy, reason }) =>
        `${id} ${service}: ${standing}, ${from} to ${lastDay}, ${decidedBy}: ${reason}`,
    );
    return { exit: 0, text: lines.join('\n'), json: json['readiness override list'](asOf, overrides) };
  });
}

async function give({ args, options }: Input, env: Environment): Promise<Answer> {
  return inWorld(
    env,
    async (world) => {
      const outcome = await giveOverride(world, null, {
        serviceId: args[1]!,
        reason: options.reason ?? '',
        decidedBy: options.by ?? '',
        from: options.from ?? dayOf(world.now()),
        lastDay: options['last-day'] ?? '',
      });
      const printed = json['readiness override give|withdraw'](outcome);
      if (outcome.ok) return { exit: 0, text: outcome.id, json: printed };
      const error =
        outcome.reason === 'not-an-override'
          ? outcome.issues.map(({ field, problem }) => `${optionOf[field]}: ${problem}`).join('\n')
          : `There is no library service ${args[1]}.`;
      return { exit: 1, error, json: printed };
    },
    { migrate: true },
  );
}

const optionOf = {
  service: 'SERVICE',
  reason: '--reason',
  decidedBy: '--by',
  from: '--from',
  lastDay: '--last-day',
} as const;

async function withdraw({ args, options }: Input, env: Environment): Promise<Answer> {
  return inWorld(
    env,
    async (world) => {
      const outcome = await withdrawOverride(world, null, { overrideId: args[1]!, why: options.reason ?? '' });
      const printed = json['readiness override give|withdraw'](outcome);
      return outcome.ok
        ? { exit: 0, text: 'done', json: printed }
        : { exit: 1, error: withdrawReasons[outcome.reason], json: printed };
    },
    { migrate: true },
  );
}

const withdrawReasons = {
  'not-found': 'There is no override with that id. `readiness override list` shows them.',
  'no-reason': 'Say why with --reason, in at least 5 characters.',
  over: 'The override is over or withdrawn already.',
};
