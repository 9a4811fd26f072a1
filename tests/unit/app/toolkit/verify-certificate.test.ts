import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { initDevelopmentKey } from '#app/platform/certificate-key.server.ts';
import { distrustedFile } from '#app/platform/distrusted.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { verifyVerb } from '#app/toolkit/verify-certificate.ts';
import { largestFile } from '#certificates/checking/verify-file.ts';
import { type Signer, signerList } from '#certificates/signing/signer-list.ts';
import { certificateOf, fingerprintOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { developmentKey } from '../../certificates/keys.ts';
import { bytesOf, danish } from '../../certificates/sample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const settings = readSettings({ DATA_DIR: folder });
if (!settings.ok) throw new Error('no settings');
const { env } = settings;
const save = (name: string, content: Uint8Array | string): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const verify = async (...words: string[]) => {
  const { exit, json } = await verifyVerb(parseArguments(['certificates', 'verify', ...words]), env);
  const { verdict, reasons } = (json ?? {}) as { verdict?: string; reasons?: string[] };
  return [exit, verdict, ...(reasons ?? [])];
};

test('a file is verified under the named root or our own, without the register', async () => {
  const { key } = await initDevelopmentKey(env);
  const file = save('own.pdf', await bytesOf(danish, key));
  const other = save('other.pdf', await bytesOf(danish, await developmentKey()));
  const root = path.join(folder, 'keys', 'root.pem');
  expect(await verify(file, '--offline')).toEqual([1, 'unchecked', 'no-register']);
  expect(await verify(file, '--offline', '--root', root)).toEqual([1, 'unchecked', 'no-register']);
  expect(await verify(file, '--root', root)).toEqual([1, 'unchecked', 'no-register']);
  expect(await verify(other, '--offline')).toEqual([1, 'not-genuine', 'untrusted-root']);
  writeFileSync(
    distrustedFile(env),
    JSON.stringify([{ sha256: fingerprintOf(certificateOf(key.certificates[0]!)), from: '2020-01-01' }]),
  );
  expect(await verify(file, '--offline')).toEqual([1, 'unchecked', 'signer-distrusted', 'no-register']);
  rmSync(distrustedFile(env));
});

test('a file is held against the list of signers that somebody kept, which brings its roots', async () => {
  const [ours, stranger] = [await developmentKey(), await developmentKey()];
  const chainOf = ({ certificates }: SigningKey) => certificates.map(certificateOf);
  const list = (...signers: Signer[]) => save('signers.json', JSON.stringify(signerList(signers)));
  const since = '2026-11-01T00:00:00.000Z';
  const file = save('ours.pdf', await bytesOf(danish, ours));
  const kept = ['--offline', '--signers'];
  expect(await verify(file, ...kept, list({ chain: chainOf(ours), since }))).toEqual([1, 'unchecked', 'no-register']);
  expect(await verify(file, ...kept, list({ chain: chainOf(stranger), since }))).toEqual([
    1,
    'not-genuine',
    'untrusted-root',
  ]);
  const distrusted = list({ chain: chainOf(ours), since, distrustedFrom: '2026-01-01' });
  expect(await verify(file, ...kept, distrusted)).toEqual([1, 'unchecked', 'signer-distrusted', 'no-register']);
  const root = save('root.pem', certificateOf(ours.certificates[1]!).toString());
  expect(await verify(file, '--offline', '--root', root)).toEqual([1, 'unchecked', 'no-signers', 'no-register']);
  expect(await verify(file, ...kept, save('wrong.json', '{}'))).toEqual([2, undefined]);
  expect(await verify(file, '--signers', distrusted)).toEqual([2, undefined]);
});

test('the answer says whose certificate it is and who signed it', async () => {
  const { key } = await initDevelopmentKey(env);
  const file = save('own.pdf', await bytesOf(danish, key));
  const { error } = await verifyVerb(parseArguments(['certificates', 'verify', file, '--offline']), env);
  expect(error).toBe(
    '2026-00417, Åse Bjørk Eksempel: unchecked, no-register; signed by CN=Vejlederbevis udvikling – ikke gyldig at 2026-11-18T09:30:00.000Z',
  );
});

test('a file that is no certificate is refused, and a missing file is wrong usage', async () => {
  expect(await verify(save('text.pdf', 'hej'), '--offline')).toEqual([1, 'not-genuine', 'not-a-pdf']);
  const large = save('large.pdf', new Uint8Array(largestFile + 1));
  expect(await verify(large)).toEqual([1, 'not-genuine', 'too-large']);
  expect(await verify(path.join(folder, 'gone.pdf'))).toEqual([2, undefined]);
  expect(await verify(folder)).toEqual([2, undefined]);
  expect(await verify(save('a.pdf', '%PDF-1.7'), '--root', save('b.pem', 'hej'))).toEqual([2, undefined]);
  expect(await verify('0123-4567-89AB-CDEF-GHJK', '--offline')).toEqual([2, undefined]);
});
