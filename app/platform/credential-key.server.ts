import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CredentialKey,
  credentialPemOf,
  makeCredentialKey,
  readCredentialKey,
} from '#certificates/badge/credential-key.ts';
import type { Environment } from './env.server.ts';
import { createKeyFile, retireKeyFile } from './key-file.server.ts';

type Env = Pick<Environment, 'dataDir' | 'credentialKeyFile' | 'forReal'>;

const faults = {
  unreadable: 'cannot be read as PEM without a password',
  'no-key': 'holds no private key of Ed25519',
  unsuitable: 'must hold one key of Ed25519 and at most one of RSA (2048 bits or more)',
};

/** Why the key file in the settings cannot be used, if it cannot. Such a file stops the start. */
export function credentialKeyFault({ credentialKeyFile: file }: Pick<Env, 'credentialKeyFile'>): string | undefined {
  if (!file) return undefined;
  if (!existsSync(file)) return `CREDENTIAL_KEY_FILE: ${file} is not there.`;
  const read = readCredentialKey(readFileSync(file, 'utf8'), 'real');
  return read.ok ? undefined : `CREDENTIAL_KEY_FILE: ${file} ${faults[read.reason]}.`;
}

/** The key that proves badges: the given key, or a development key unless the instance is `forReal`. */
export async function findCredentialKey(env: Env): Promise<CredentialKey | undefined> {
  const fault = credentialKeyFault(env);
  if (fault) throw new Error(fault);
  if (env.credentialKeyFile) return readFrom(env.credentialKeyFile, 'real');
  if (env.forReal) return undefined;
  return findDevelopmentCredentialKey(env) ?? initDevelopmentCredentialKey(env).key;
}

const fileIn = ({ dataDir }: Pick<Env, 'dataDir'>) => path.join(dataDir, 'keys', 'development-credential.pem');

function readFrom(file: string, kind: CredentialKey['kind']): CredentialKey | undefined {
  const read = existsSync(file) ? readCredentialKey(readFileSync(file, 'utf8'), kind) : undefined;
  return read?.ok ? read.key : undefined;
}

export const findDevelopmentCredentialKey = (env: Pick<Env, 'dataDir'>) => readFrom(fileIn(env), 'development');

export function initDevelopmentCredentialKey(env: Pick<Env, 'dataDir'>): { made: boolean; key: CredentialKey } {
  const made = createKeyFile(fileIn(env), credentialPemOf(makeCredentialKey('development')));
  return { made, key: findDevelopmentCredentialKey(env)! };
}

/** Puts the current development key aside and makes a new one. */
export function rotateDevelopmentCredentialKey(env: Pick<Env, 'dataDir'>, at: string): CredentialKey {
  const file = fileIn(env);
  if (existsSync(file)) retireKeyFile(file, at);
  return initDevelopmentCredentialKey(env).key;
}
