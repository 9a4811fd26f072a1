import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSigningKey, listOwnRoots } from '#app/platform/certificate-key.server.ts';
import {
  credentialKeyFault,
  findCredentialKey,
  initDevelopmentCredentialKey,
} from '#app/platform/credential-key.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { certificatesVerb } from '#app/toolkit/certificates.ts';
import { credentialPemOf, makeCredentialKey } from '#certificates/badge/credential-key.ts';
import { rootsOf } from '#certificates/signing/signing-key.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { openDatabase } from '#db/open-database.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
const real = {
  NODE_ENV: 'production',
  APP_URL: 'https://a.example',
  SESSION_SECRET: 's'.repeat(32),
  ISSUER_NAME: 'Ærø',
  SUPPORT_EMAIL: 'a@b.example',
};
const envOf = (source: Record<string, string> = {}) => {
  const settings = readSettings({ DATA_DIR: dataDir, ...source });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  return settings.env;
};
type Key = { use: string; subject: string; kind: string; warnings: string[] };
const verb = async (words: string, source?: Record<string, string>) => {
  const [first, ...args] = words.split(' ');
  const answer = await certificatesVerb(
    { area: 'certificates', verb: first!, args, options: {}, json: true },
    envOf(source),
  );
  return { ...answer, keys: (answer.json as { keys?: Key[] } | undefined)?.keys ?? [] };
};
const withRegister = async () => {
  const { db, engine, close } = openDatabase({ dataDir });
  await migrateToLatest(db, engine);
  await close();
};

test('development makes its own badge key once, which nobody else can read and production never uses', async () => {
  const one = await findCredentialKey(envOf());
  expect(await findCredentialKey(envOf())).toEqual(one);
  expect(initDevelopmentCredentialKey(envOf())).toEqual({ made: false, key: one });
  expect(statSync(path.join(dataDir, 'keys', 'development-credential.pem')).mode & 0o777).toBe(0o600);
  expect(await findCredentialKey(envOf(real))).toBeUndefined();
});

test('the badge key of the settings proves badges if it can, and otherwise stops the start with a reason', async () => {
  const file = path.join(dataDir, 'given.pem');
  const env = envOf({ ...real, CREDENTIAL_KEY_FILE: file });
  const faultOf = (pem: string) => {
    writeFileSync(file, pem);
    return credentialKeyFault(env);
  };
  expect(credentialKeyFault(env)).toBe(`CREDENTIAL_KEY_FILE: ${file} is not there.`);
  const key = makeCredentialKey('real');
  const pem = credentialPemOf(key);
  expect(faultOf(pem)).toBeUndefined();
  expect(await findCredentialKey(env)).toEqual(key);
  expect(faultOf('hej')).toMatch(/holds no private key of Ed25519\.$/);
  expect(faultOf(pem + pem)).toMatch(/must hold one key of Ed25519/);
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'pem', type: 'pkcs8' });
  expect(faultOf(credentialPemOf({ kind: 'real', ed25519: key.ed25519 }) + weak)).toMatch(/2048 bits or more/);
  expect(faultOf('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')).toMatch(/cannot be read/);
});

test('the toolkit rotates the badge key, lists retired ones, and gives one up if it is not in use', async () => {
  await withRegister();
  await verb('keys init');
  await verb('keys rotate badge');
  const [, first] = (await verb('keys list')).keys;
  expect(first).toMatchObject({ use: 'badge', kind: 'development', warnings: [] });
  expect(await verb(`keys give-up ${first!.subject}`)).toMatchObject({ exit: 1, error: 'It is in use: rotate first.' });
  const rotated = await verb('keys rotate badge');
  expect(rotated).toMatchObject({ exit: 0 });
  const old = rotated.keys.find(({ subject }) => subject === first!.subject);
  expect(old).toMatchObject({ kind: 'known', warnings: [expect.stringMatching(/^retired 2/)] });
  const givenUp = (await verb(`keys give-up ${first!.subject}`)).keys.find(({ subject }) => subject === first!.subject);
  expect(givenUp?.warnings).toContainEqual(expect.stringMatching(/^given up .*: proves nothing$/));
  expect(await verb('keys give-up x')).toMatchObject({ exit: 1, error: expect.stringContaining('no such key') });
  expect(readdirSync(path.join(dataDir, 'keys', 'retired'))).toHaveLength(2);
  rmSync(path.join(dataDir, 'keys', 'development-credential.pem'));
  expect((await verb('keys list')).keys.flatMap(({ warnings }) => warnings).join()).toContain(
    'has the key been lost? rotate',
  );
  expect(await verb('status-list', { ...real, NODE_ENV: 'production' })).toMatchObject({
    exit: 1,
    json: { lists: [] },
  });
});

test('the toolkit rotates the key of files, and what the old one signed stays genuine', async () => {
  const before = (await findSigningKey(envOf()))!;
  expect(await verb('keys rotate file')).toMatchObject({ exit: 0 });
  const after = (await findSigningKey(envOf()))!;
  expect(after.privateKey).not.toEqual(before.privateKey);
  const trusted = (await listOwnRoots(envOf())).map((root) => Buffer.from(root).toString('hex'));
  for (const key of [before, after]) expect(trusted).toContain(Buffer.from(rootsOf(key)[0]!).toString('hex'));
  expect(await listOwnRoots(envOf(real))).toEqual([]);
  const given = { CERTIFICATE_P12_FILE: '/nowhere/key.p12', CERTIFICATE_P12_PASSWORD: 'x' };
  expect(await verb('keys rotate file', given)).toMatchObject({
    exit: 1,
    error: expect.stringContaining('DATA_DIR/keys/roots'),
  });
});
