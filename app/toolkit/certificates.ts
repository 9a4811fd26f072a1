import type { Environment } from '../platform/env.server.ts';
import { openWorld } from '../platform/open-world.server.ts';
import { issueCertificate } from '../use-cases/certificates/issue-certificate.server.ts';
import { certificateKeysVerb } from './certificate-keys.ts';
import { distrustVerb } from './distrust-key.ts';
import { exportVerb } from './export-certificates.ts';
import { verifyVerb } from './verify-certificate.ts';
import { type Answer, type Input, wrongUsage } from './words.ts';

/** `issue` issues what has passed everything; `verify` says what a file or a code is worth; `keys` are those that sign; `export` writes the files. */
export async function certificatesVerb(input: Input, env: Environment): Promise<Answer> {
  const [what] = input.args;
  switch (input.verb) {
    case 'keys':
      return what === 'distrust' ? distrustVerb(input, env) : certificateKeysVerb(what, env);
    case 'verify':
      return verifyVerb(input, env);
    case 'export':
      return exportVerb(input, env);
    case 'issue': {
      if (!what) return wrongUsage();
      const world = await openWorld(env, { migrate: false });
      const outcome = await issueCertificate(world, what).finally(() => world.close());
      return outcome.ok
        ? { exit: 0, text: outcome.number, json: outcome }
        : { exit: 1, error: outcome.reason, json: outcome };
    }
    default:
      return wrongUsage();
  }
}
