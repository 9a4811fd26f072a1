import type { Environment } from '../platform/env.server.ts';
import { openWorld } from '../platform/open-world.server.ts';
import { checkCertificate } from '../use-cases/certificates/check-certificate.server.ts';
import { issueCertificate } from '../use-cases/certificates/issue-certificate.server.ts';
import { certificateKeysVerb } from './certificate-keys.ts';
import { type Answer, type Input, wrongUsage } from './words.ts';

/** `certificates verify CODE` says what the check page says; `issue` issues what has passed everything; `keys` are those that sign. */
export async function certificatesVerb({ verb, args }: Input, env: Environment): Promise<Answer> {
  const [what] = args;
  if (verb === 'keys') return certificateKeysVerb(what, env);
  if (!what || (verb !== 'verify' && verb !== 'issue')) return wrongUsage();
  const world = await openWorld(env, { migrate: false });
  try {
    if (verb === 'issue') {
      const outcome = await issueCertificate(world, what);
      return outcome.ok
        ? { exit: 0, text: outcome.number, json: outcome }
        : { exit: 1, error: outcome.reason, json: outcome };
    }
    const outcome = await checkCertificate(world, { code: what });
    if (!outcome.ok) {
      const verdict = 'not-genuine';
      return {
        exit: 1,
        error: outcome.reason === 'not-a-code' ? 'That is not a certificate code.' : 'No certificate has this code.',
        json: { verdict, reasons: [outcome.reason], certificate: null },
      };
    }
    const { status, ...certificate } = outcome.certificate;
    const valid = status === 'valid' || status === 'renewal-open';
    const json = {
      verdict: valid ? 'valid' : 'not-valid-now',
      reasons: valid ? [] : [status],
      certificate: { ...certificate, status },
    };
    const text = `${certificate.number}: ${valid ? 'valid' : status}, through ${certificate.lastValidDay}`;
    return valid ? { exit: 0, text, json } : { exit: 1, error: text, json };
  } finally {
    await world.close();
  }
}
