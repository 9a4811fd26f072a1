import { certificateOf, type SigningKey } from '#certificates/signing-key.ts';
import { findDevelopmentKey, initDevelopmentKey, readGivenKey } from '../platform/certificate-key.server.ts';
import type { Environment } from '../platform/env.server.ts';
import { type Answer, wrongUsage } from './words.ts';

const oneDay = 86_400_000;

/** `certificates keys init|list`: a key for development, and what the keys at hand are. The keys themselves are never shown. */
export async function certificateKeysVerb(verb: string | undefined, env: Environment): Promise<Answer> {
  switch (verb) {
    case 'init': {
      if (env.forReal) return refuse('A development key is never made in production: set CERTIFICATE_P12_FILE.');
      if (findDevelopmentKey(env)) return refuse('There is a development key already.');
      const { made, key } = await initDevelopmentKey(env);
      return made ? listed([key]) : refuse('There is a development key already.');
    }
    case 'list': {
      const given = await readGivenKey(env);
      if (given && !given.ok) return refuse(given.message);
      const development = findDevelopmentKey(env);
      return listed([...(given ? [given.key] : []), ...(development ? [development] : [])]);
    }
    default:
      return wrongUsage();
  }
}

const refuse = (error: string): Answer => ({ exit: 1, error, json: { keys: [], error } });

function listed(found: SigningKey[]): Answer {
  const keys = found.map(({ kind, certificates }) => {
    const { subject, validFrom, validTo } = certificateOf(certificates[0]!);
    const [notBefore, notAfter] = [validFrom, validTo].map((date) => new Date(date).toISOString()) as [string, string];
    const daysLeft = Math.floor((Date.parse(notAfter) - Date.now()) / oneDay);
    return { subject: subject.split('\n').join(', '), kind, notBefore, notAfter, daysLeft };
  });
  const text = keys.map(
    ({ subject, kind, notBefore, notAfter, daysLeft }) =>
      `${kind}: ${subject}, ${notBefore.slice(0, 10)} to ${notAfter.slice(0, 10)}, ${daysLeft} days left`,
  );
  return { exit: 0, text: text.join('\n') || 'no keys', json: { keys } };
}
