import type { Environment } from '#app/platform/env.server.ts';
import type { Answer, Input } from './arguments.ts';
import { certificateKeysVerb } from './certificate-keys.ts';
import { changeVerb } from './change-certificate.ts';
import { distrustVerb } from './distrust-key.ts';
import { exportVerb } from './export-certificates.ts';
import { issueVerb } from './issue-certificates.ts';
import { signersVerb } from './signers.ts';
import { statusListVerb } from './status-list.ts';
import { verifyVerb } from './verify-certificate.ts';

/**
 * `issue` issues earned certificates; `verify` says what a file or a code is worth; `keys` manages the signing keys;
 * `signers` lists every key that ever signed; `status-list` prints which certificates are revoked or suspended; `export` writes the files; the other verbs change
 * one certificate.
 */
export async function certificatesVerb(input: Input, env: Environment): Promise<Answer> {
  switch (input.verb) {
    case 'keys':
      return input.args[0] === 'distrust' ? distrustVerb(input, env) : certificateKeysVerb(input.args, env);
    case 'signers':
      return signersVerb(input, env);
    case 'status-list':
      return statusListVerb(input, env);
    case 'verify':
      return verifyVerb(input, env);
    case 'export':
      return exportVerb(input, env);
    case 'issue':
      return issueVerb(input, env);
    default:
      return changeVerb(input, env);
  }
}
