import type { Environment } from '#app/platform/env.server.ts';
import { listStatusLists } from '#app/use-cases/certificates/register/list-status-lists.server.ts';
import type { Answer, Input } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';
import { writeWhole } from './write-whole.ts';

/** `certificates status-list`: every current list, for somebody who verifies without a network. */
export async function statusListVerb({ options: { out } }: Input, env: Environment): Promise<Answer> {
  return inWorld(env, async (world) => {
    const texts = await listStatusLists(world);
    if (texts.length === 0) {
      const error = 'There is no key to prove a status list with: set CREDENTIAL_KEY_FILE.';
      return { exit: 1, error, json: json['certificates status-list']([], error) };
    }
    const lists = texts.map((text) => JSON.parse(text));
    if (out) writeWhole(out, `${JSON.stringify({ lists })}\n`);
    const said = lists.map(({ id, validFrom, validUntil }) => `${id}: from ${validFrom}, good until ${validUntil}`);
    return { exit: 0, text: said.join('\n'), json: json['certificates status-list'](lists) };
  });
}
