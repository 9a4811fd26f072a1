import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findSigningKey, initDevelopmentKey, keyFault } from '#app/platform/certificate-key.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { certificatesVerb } from '#app/toolkit/certificates.ts';
import { developmentKey, hasOpenssl, p12From, password } from '../../certificates/keys.ts';

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
const keys = (words: string, source?: Record<string, string>) =>
  certificatesVerb(
    { area: 'certificates', verb: 'keys', args: words.split(' '), options: {}, json: true },
    envOf(source),
  );

test('development makes its own key once, and nobody else can read the file', async () => {
  const [one, two] = await Promise.all([initDevelopmentKey(envOf()), initDevelopmentKey(envOf())]);
  expect([one.made, two.made].sort()).toEqual([false, true]);
  expect(one.key.privateKey).toEqual(two.key.privateKey);
  expect((await findSigningKey(envOf()))?.privateKey).toEqual(one.key.privateKey);
  expect(readdirSync(path.join(dataDir, 'keys')).sort()).toEqual(['development.pem', 'root.pem']);
  expect(statSync(path.join(dataDir, 'keys', 'development.pem')).mode & 0o777).toBe(0o600);
});

test('production never signs with a development key, even if there is one', async () => {
  await initDevelopmentKey(envOf());
  expect(await findSigningKey(envOf(real))).toBeUndefined();
  expect(await findSigningKey(envOf({ ...real, NODE_ENV: 'development' }))).toBeUndefined();
  expect(await keyFault(envOf(real))).toBeUndefined();
  expect(await keys('init', real)).toMatchObject({ exit: 1 });
});

test('keys are made and listed by the toolkit, without showing them', async () => {
  expect(await keys('list')).toMatchObject({ exit: 0, json: { keys: [] } });
  expect(await keys('init')).toMatchObject({ exit: 0 });
  expect(await keys('init')).toMatchObject({ exit: 1, error: 'There is a development key already.' });
  const listed = await keys('list');
  expect(listed).toMatchObject({
    exit: 0,
    json: {
      keys: [
        { use: 'file', kind: 'development', subject: 'CN=Vejlederbevis udvikling – ikke gyldig', warnings: [] },
        {
          use: 'badge',
          kind: 'development',
          subject: expect.stringMatching('^did:web:127.0.0.1%3A3000#'),
          warnings: [],
        },
        { use: 'badge', kind: 'development' },
      ],
    },
  });
  expect(JSON.stringify(listed)).not.toContain('PRIVATE');
});

describe.skipIf(!hasOpenssl)('the P12 file of the settings', () => {
  const withFile = (bytes: Uint8Array, word = password) => {
    const file = path.join(dataDir, 'given.p12');
    writeFileSync(file, bytes);
    return envOf({ ...real, CERTIFICATE_P12_FILE: file, CERTIFICATE_P12_PASSWORD: word });
  };

  test('signs if it can, and otherwise stops the start with a reason that never contains the password', async () => {
    const good = p12From(await developmentKey());
    expect(await keyFault(withFile(good))).toBeUndefined();
    expect(await findSigningKey(withFile(good))).toMatchObject({ kind: 'real' });
    const wrong = await keyFault(withFile(good, 'hemmeligt'));
    expect(wrong).toMatch(/^CERTIFICATE_P12_FILE: .* cannot be read as a P12 file/);
    expect(wrong).not.toContain('hemmeligt');
    const expired = await developmentKey({
      from: new Date('2020-01-01T00:00:00Z'),
      until: new Date('2021-02-03T00:00:00Z'),
    });
    expect(await keyFault(withFile(p12From(expired)))).toMatch(/has expired: 2021-02-03\.$/);
    expect(await keyFault(withFile(p12From(expired, '-nokeys')))).toMatch(/holds no private key/);
    rmSync(path.join(dataDir, 'given.p12'));
    const gone = envOf({ ...real, CERTIFICATE_P12_FILE: path.join(dataDir, 'given.p12') });
    expect(await keyFault(gone)).toMatch(/is not there\.$/);
  });
});

test('a password without its P12 file is refused with the names of both settings', () => {
  expect(readSettings({ CERTIFICATE_P12_PASSWORD: 'x' })).toMatchObject({
    ok: false,
    problems: [{ name: 'CERTIFICATE_P12_FILE' }],
  });
});
