import { describe, expect, test } from 'vitest';
import { pemOf, readP12, readPem } from '#certificates/signing/signing-key.ts';
import { developmentKey, hasOpenssl, p12From, p12Of, password } from '../keys.ts';
import { textOf } from '../read-pdf.ts';
import { bytesOf, danish, english } from '../sample.ts';

const rangeOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/)!
    .slice(1)
    .map(Number) as [number, number, number];

test('signing the same certificate with the same RSA key gives the same bytes, all signed except the signature itself', async () => {
  const key = await developmentKey();
  const [one, two] = [await bytesOf(danish, key), await bytesOf(danish, readPem(pemOf(key), 'development'))];
  expect(Buffer.compare(one, two)).toBe(0);
  const [before, after, rest] = rangeOf(one);
  expect(after + rest).toBe(one.length);
  expect(Buffer.from(one.subarray(before, after)).toString()).toMatch(/^<[0-9a-f]+>$/);
  expect(one.length).toBeLessThanOrEqual(60_000);
});

test('a development key is mentioned once on a sample certificate, and a real key never signs one', async () => {
  const key = await developmentKey();
  const demo = await textOf(await bytesOf({ ...danish, demo: true }, key));
  expect(demo.match(/ikke gyldigt – udvikling/g)).toHaveLength(1);
  expect(demo).toContain('Eksempeldata – ikke et gyldigt bevis\nikke gyldigt – udvikling');
  expect(await textOf(await bytesOf(english, key))).toContain('not valid – development');
  const real = { ...key, kind: 'real' as const };
  expect(await bytesOf({ ...danish, demo: true }, real)).toEqual(await bytesOf({ ...danish, demo: true }));
  expect(await textOf(await bytesOf(danish, real))).toContain('Filen er digitalt underskrevet.');
  for (const unreal of [await bytesOf(danish), await bytesOf(danish, key)])
    expect(await textOf(unreal)).not.toMatch(/underskrevet/);
});

describe.skipIf(!hasOpenssl)('a P12 file', () => {
  test.each([
    ['as OpenSSL does it', []],
    ['with the sum of old', ['-macalg', 'sha1']],
    ['with a longer sum', ['-macalg', 'sha512']],
    [
      'with Triple DES, as Windows does it',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['with shorter keys', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC']],
    ['without a lock on the certificates', ['-certpbe', 'NONE']],
    ['without any lock', ['-keypbe', 'NONE', '-certpbe', 'NONE']],
    ['without a sum', ['-nomac']],
  ])('is read with this encryption: %s', async (_, options) => {
    const key = await developmentKey();
    const read = readP12(p12From(key, ...options), password);
    expect(read).toMatchObject({ ok: true, key: { certificates: key.certificates } });
    if (read.ok) expect(pemOf(read.key)).toBe(pemOf(key));
  });

  test('with an old encryption is refused with its name and advice on how to convert it', async () => {
    const bags = ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-RC2-40'];
    expect(readP12(p12From(await developmentKey(), ...bags), password)).toEqual({ ok: false, reason: 'unknown-lock' });
  });

  test('that cannot sign is refused with the reason', async () => {
    const key = await developmentKey();
    const reasonOf = (bytes: Uint8Array, word = password) => {
      const read = readP12(bytes, word);
      return read.ok ? 'read' : read.reason;
    };
    expect(reasonOf(p12From(key))).toBe('read');
    expect(reasonOf(p12From(key), 'forkert')).toBe('unreadable');
    expect(reasonOf(p12From(key, '-nokeys'))).toBe('no-key');
    for (const kind of ['p384', 'weak'] as const) expect(reasonOf(p12Of(kind)), kind).toBe('unsuitable');
    expect(reasonOf(p12Of('p256', 'keyUsage=critical,keyEncipherment'))).toBe('not-for-documents');
    expect(reasonOf(p12Of('p256', 'extendedKeyUsage=serverAuth'))).toBe('not-for-documents');
    for (const extensions of [
      'keyUsage=critical,nonRepudiation',
      'keyUsage=digitalSignature\nextendedKeyUsage=1.3.6.1.5.5.7.3.36',
      'extendedKeyUsage=emailProtection,clientAuth',
    ])
      expect(reasonOf(p12Of('p256', extensions)), extensions).toBe('read');
    expect(reasonOf(Buffer.from('ingen fil'))).toBe('unreadable');
  });
});
