import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyFault } from '#app/platform/certificate-key.server.ts';
import { distrustedFile, listDistrusted } from '#app/platform/distrusted.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { certificatesVerb } from '#app/toolkit/certificates.ts';
import { certificateOf, fingerprintOf } from '#certificates/signing/signing-key.ts';
import { developmentKey, hasOpenssl, p12From, password } from '../../certificates/keys.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-distrust-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
const envOf = (source: Record<string, string> = {}) => {
  const settings = readSettings({ DATA_DIR: dataDir, ...source });
  if (!settings.ok) throw new Error('no settings');
  return settings.env;
};
const distrust = (...words: string[]) =>
  certificatesVerb(parseArguments(['certificates', 'keys', 'distrust', ...words, '--json']), envOf());
const key = await developmentKey();
const leaf = certificateOf(key.certificates[0]!);
const sha256 = fingerprintOf(leaf);

test('a distrusted certificate is named by its SHA-256 or its file, and its day can only become earlier', async () => {
  expect(listDistrusted(envOf())).toEqual([]);
  expect(await distrust(leaf.fingerprint256, '--from', '2026-11-01')).toMatchObject({ exit: 0 });
  const file = path.join(dataDir, 'leaf.pem');
  writeFileSync(file, leaf.toString());
  expect(await distrust(file, '--from', '2026-11-02')).toMatchObject({ exit: 1 });
  expect(await distrust(file, '--from', '2026-10-01')).toMatchObject({ exit: 0 });
  expect(listDistrusted(envOf())).toEqual([{ sha256, from: '2026-10-01' }]);
  expect(await distrust(file)).toMatchObject({ exit: 2 });
  expect(await distrust(file, '--from', '2026-02-30')).toMatchObject({ exit: 2 });
  expect(await distrust(path.join(dataDir, 'gone.pem'), '--from', '2026-01-01')).toMatchObject({ exit: 2 });
  expect(JSON.parse(readFileSync(distrustedFile(envOf()), 'utf8'))).toHaveLength(1);
});

test('an unreadable list of distrusted keys stops the start and every verification', async () => {
  mkdirSync(path.join(dataDir, 'keys'));
  for (const text of [
    '',
    '{}',
    `[{"sha256":"${sha256}"}]`,
    `[{"sha256":"${leaf.fingerprint256}","from":"2026-01-01"}]`,
  ]) {
    writeFileSync(distrustedFile(envOf()), text);
    expect(() => listDistrusted(envOf()), text).toThrow('is no list');
    expect(await keyFault(envOf()), text).toContain('is no list');
  }
});

describe.skipIf(!hasOpenssl)('with a P12 file', () => {
  test.each([0, 1])(
    'a server does not start if a certificate of its chain is distrusted (%i above the signer)',
    async (at) => {
      const file = path.join(dataDir, 'given.p12');
      writeFileSync(file, p12From(key));
      const env = envOf({ CERTIFICATE_P12_FILE: file, CERTIFICATE_P12_PASSWORD: password });
      expect(await keyFault(env)).toBeUndefined();
      await distrust(fingerprintOf(certificateOf(key.certificates[at]!)), '--from', '2026-11-01');
      expect(await keyFault(env)).toContain('is not trusted from 2026-11-01 on');
    },
  );
});
