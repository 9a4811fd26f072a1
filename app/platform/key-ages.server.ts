import { certificateOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { findDevelopmentKey, readGivenKey } from './certificate-key.server.ts';
import type { Environment } from './env.server.ts';

/** What a key is used for, its owner, and when it may be used. Never the key itself. */
export type KeyAge = { use: 'file'; name: string; kind: SigningKey['kind']; from: string; until: string };
export type AvailableKeys = { keys: KeyAge[]; lacks?: 'none' | 'not-made-yet' | 'unreadable' };

/** The keys that sign on this server. They are read once and kept, because a key changes only with a restart. */
export function availableKeysOf(
  env: Pick<Environment, 'dataDir' | 'certificateKey' | 'forReal'>,
): () => Promise<AvailableKeys> {
  let kept: AvailableKeys | undefined;
  return async () => {
    const found = kept ?? (await read(env));
    if (found.keys.length > 0) kept = found;
    return found;
  };
}

async function read(env: Parameters<typeof availableKeysOf>[0]): Promise<AvailableKeys> {
  const given = await readGivenKey(env);
  if (given && !given.ok) return { keys: [], lacks: 'unreadable' };
  const key = given?.key ?? (env.forReal ? undefined : findDevelopmentKey(env));
  if (!key) return { keys: [], lacks: env.forReal ? 'none' : 'not-made-yet' };
  return { keys: [keyAgeOf(key)] };
}

/** The owner and validity of a key, read from its certificate. */
export function keyAgeOf({ kind, certificates }: SigningKey): KeyAge {
  const { subject, validFrom, validTo } = certificateOf(certificates[0]!);
  const [from, until] = [validFrom, validTo].map((date) => new Date(date).toISOString()) as [string, string];
  return { use: 'file', name: subject.split('\n').join(', '), kind, from, until };
}
