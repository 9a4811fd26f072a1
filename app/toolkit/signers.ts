import { writeFileSync } from 'node:fs';
import type { Environment } from '#app/platform/env.server.ts';
import { noteFormerSigners } from '#app/use-cases/certificates/keys/note-former-signers.server.ts';
import { seeSigners } from '#app/use-cases/certificates/keys/see-signers.server.ts';
import type { Answer, Input } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';

/** `certificates signers`: every key that ever signed a file, for somebody who verifies without a network. */
export async function signersVerb({ options: { out } }: Input, env: Environment): Promise<Answer> {
  return inWorld(env, async (world) => {
    await noteFormerSigners(world);
    const list = await seeSigners(world);
    if (!list) {
      const error = 'No file was signed here yet.';
      return { exit: 1, error, json: json['certificates signers']({ keys: [] }, error) };
    }
    if (out) writeFileSync(out, `${JSON.stringify(list)}\n`);
    const said = list.keys.map(
      ({ kid, since, distrustedFrom }) =>
        `${kid}: since ${since}${distrustedFrom ? `, not trusted from ${distrustedFrom} on` : ''}`,
    );
    return { exit: 0, text: said.join('\n'), json: json['certificates signers'](list) };
  });
}
