import type { Environment } from '../platform/env.server.ts';
import { certificateKeysVerb } from './certificate-keys.ts';
import { changeVerb } from './change-certificate.ts';
import { exportVerb } from './export-certificates.ts';
import { issueVerb } from './issue-certificates.ts';
import { verifyVerb } from './verify-certificate.ts';
import type { Answer, Input } from './words.ts';

/**
 * `issue` issues what has passed everything; `verify` says what a file or a code is worth; `keys` are those that sign; `export`
 * writes the files; the other verbs change one certificate.
 */
export async function certificatesVerb(input: Input, env: Environment): Promise<Answer> {
  const [what] = input.args;
  switch (input.verb) {
    case 'keys':
      return certificateKeysVerb(what, env);
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
