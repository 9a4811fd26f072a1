import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  certificateOf,
  certificatesIn,
  fingerprintOf,
  pemOf,
  readP12,
  readPem,
  rootsOf,
  type SigningKey,
} from '#certificates/signing/signing-key.ts';
import { type Distrusted, distrustedFile, distrustOf, listDistrusted } from './distrusted.server.ts';
import type { Environment } from './env.server.ts';
import { createKeyFile, retireKeyFile } from './key-file.server.ts';

type Env = Pick<Environment, 'dataDir' | 'certificateKey' | 'forReal'>;
type Given = { ok: true; key: SigningKey } | { ok: false; message: string };

const faults = {
  unreadable: 'cannot be read as a P12 file with CERTIFICATE_P12_PASSWORD',
  'no-key': 'holds no private key together with its certificate',
  'unknown-lock':
    'is locked in a way that is not read here. Lock it with AES: openssl pkcs12 -legacy -in OLD -nodes | openssl pkcs12 -export -out NEW',
  'not-for-documents': 'holds a certificate whose key usage is not to sign documents',
  unsuitable: 'must hold a key of RSA (2048 bits or more) or P-256',
};
const decade = 10;

/** The key in the P12 file that the settings name; undefined if they name none. */
export async function readGivenKey({ certificateKey }: Env): Promise<Given | undefined> {
  if (!certificateKey) return undefined;
  const { file, password } = certificateKey;
  const wrong = (what: string): Given => ({ ok: false, message: `CERTIFICATE_P12_FILE: ${file} ${what}.` });
  if (!existsSync(file)) return wrong('is not there');
  const read = readP12(readFileSync(file), password);
  return read.ok ? read : wrong(faults[read.reason]);
}

/** A key that cannot sign today stops the start, so that nobody discovers it when a certificate fails. */
export async function keyFault(env: Env, now = new Date()): Promise<string | undefined> {
  let distrusted: Distrusted[];
  try {
    distrusted = listDistrusted(env);
  } catch (error) {
    return (error as Error).message;
  }
  const given = await readGivenKey(env);
  if (!given?.ok) return given?.message;
  const distrust = distrustOf(given.key, distrusted);
  const { validFrom, validTo } = certificateOf(given.key.certificates[0]!);
  const file = `CERTIFICATE_P12_FILE: ${env.certificateKey?.file}`;
  if (new Date(validTo) <= now) return `${file} has expired: ${dayOf(validTo)}.`;
  if (new Date(validFrom) > now) return `${file} is not valid before ${dayOf(validFrom)}.`;
  if (distrust) return `${file} is not trusted from ${distrust.from} on, as ${distrustedFile(env)} says.`;
  return undefined;
}

/** The key that signs certificates: the given key, or a development key unless the instance is `forReal`. */
export async function findSigningKey(env: Env): Promise<SigningKey | undefined> {
  const given = await readGivenKey(env);
  if (given && !given.ok) throw new Error(given.message);
  if (given) return given.key;
  return env.forReal ? undefined : (findDevelopmentKey(env) ?? (await initDevelopmentKey(env)).key);
}

/**
 * The root certificates this instance trusts: those of its P12 file and of earlier keys and, unless it is `forReal`,
 * those of its development keys.
 */
export async function listOwnRoots(env: Env): Promise<Uint8Array[]> {
  const given = await readGivenKey(env);
  const development = env.forReal ? undefined : findDevelopmentKey(env);
  return [...(given?.ok ? rootsOf(given.key) : []), ...(development ? rootsOf(development) : []), ...keptRoots(env)];
}

/** The SHA-256 of the certificates at hand that sign here, as far as they are known without the register. */
export async function listOwnSigners(env: Env): Promise<string[]> {
  const given = await readGivenKey(env);
  const development = env.forReal ? undefined : findDevelopmentKey(env);
  return [...(given?.ok ? [given.key] : []), ...(development ? [development] : [])].map(({ certificates }) =>
    fingerprintOf(certificateOf(certificates[0]!)),
  );
}

const fileIn = ({ dataDir }: Env) => path.join(dataDir, 'keys', 'development.pem');

export function findDevelopmentKey(env: Env): SigningKey | undefined {
  const file = fileIn(env);
  return existsSync(file) ? readPem(readFileSync(file, 'utf8'), 'development') : undefined;
}

/**
 * Makes the development key only once: if two processes do it at the same time, the one that places its file first
 * wins.
 */
export async function initDevelopmentKey(env: Env, now = new Date()): Promise<{ made: boolean; key: SigningKey }> {
  const year = now.getUTCFullYear();
  // The key starts ten years ago because the demo issues certificates in past years.
  const at = (of: number) => new Date(Date.UTC(of, now.getUTCMonth(), 1));
  // Loaded on demand, because it is needed only once.
  const { makeDevelopmentKey } = await import('#certificates/signing/development-key.ts');
  const fresh = await makeDevelopmentKey({ from: at(year - decade), until: at(year + decade) });
  const file = fileIn(env);
  if (!createKeyFile(file, pemOf(fresh))) return { made: false, key: findDevelopmentKey(env)! };
  writeFileSync(path.join(path.dirname(file), 'root.pem'), certificateOf(fresh.certificates[1]!).toString());
  return { made: true, key: fresh };
}

/** Puts the current development key aside and makes a new one. Files signed with the old key stay genuine. */
export async function rotateDevelopmentKey(env: Env, now = new Date()): Promise<SigningKey> {
  const key = findDevelopmentKey(env);
  if (key) {
    keepRoots(env, key);
    retireKeyFile(fileIn(env), now.toISOString());
  }
  return (await initDevelopmentKey(env, now)).key;
}

const rootsFolder = ({ dataDir }: Env) => path.join(dataDir, 'keys', 'roots');

/** Keeps the roots of a key, so that the files it signed stay genuine after another key has replaced it. */
export function keepRoots(env: Env, key: SigningKey): void {
  mkdirSync(rootsFolder(env), { recursive: true, mode: 0o700 });
  for (const root of rootsOf(key).map(certificateOf)) {
    const name = `${key.kind}-${fingerprintOf(root)}.pem`;
    writeFileSync(path.join(rootsFolder(env), name), root.toString());
  }
}

/** The kept roots. Those of development keys are left out when the instance is `forReal`. */
function keptRoots(env: Env): Uint8Array[] {
  const folder = rootsFolder(env);
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.startsWith('real-') || (name.startsWith('development-') && !env.forReal))
    .flatMap((name) => certificatesIn(readFileSync(path.join(folder, name), 'utf8')));
}

const dayOf = (date: string) => new Date(date).toISOString().slice(0, 10);
