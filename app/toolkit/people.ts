import type { Environment } from '../platform/env.server.ts';
import { openWorld } from '../platform/open-world.server.ts';
import { addPerson } from '../use-cases/people/add-person.server.ts';
import { grantRole, revokeRole } from '../use-cases/people/change-grant.server.ts';
import { type Role, roles } from '../use-cases/viewer.ts';
import { type Answer, type Input, wrongUsage } from './words.ts';

const isRole = (word: string | undefined): word is Role => roles.some((role) => role === word);

/** `people add|grant|revoke`: how the first administrator is made. Whoever runs it holds the database itself. */
export async function peopleVerb({ verb, args, options }: Input, env: Environment): Promise<Answer> {
  const [email, role] = args;
  if (
    verb === 'add'
      ? !options.name || !options.email || (options.role !== undefined && !isRole(options.role))
      : !email || !isRole(role)
  )
    return wrongUsage();
  if (!['add', 'grant', 'revoke'].includes(verb)) return wrongUsage();
  const world = await openWorld(env, { migrate: true });
  try {
    if (verb === 'add') {
      const names = options.name!.trim().split(/\s+/);
      const added = await addPerson(world, null, {
        givenName: names.slice(0, -1).join(' '),
        familyName: names.at(-1) ?? '',
        email: options.email!,
        roles: isRole(options.role) ? [options.role] : [],
        ...(options.library && { library: options.library }),
      });
      return added.ok
        ? { exit: 0, text: added.personId, json: added }
        : { exit: 1, error: reasons[added.reason], json: added };
    }
    const change = verb === 'grant' ? grantRole : revokeRole;
    const outcome = await change(world, null, { email: email!, role: role as Role });
    return outcome.ok
      ? { exit: 0, text: outcome.changed ? 'done' : 'nothing to change', json: outcome }
      : { exit: 1, error: reasons[outcome.reason], json: outcome };
  } finally {
    await world.close();
  }
}

const reasons: Record<string, string> = {
  forbidden: 'You may not do that.',
  'no-name': 'Write a given name and a family name: --name "Anna Eksempel".',
  'not-an-email': 'That is not an e-mail address.',
  'known-email': 'A person with this e-mail address is there already.',
  'no-library': 'There is no library with that number.',
  'not-a-day': 'That is not a day.',
  'not-found': 'Nobody has this e-mail address.',
  'last-administrator': 'The last administrator stays.',
};
