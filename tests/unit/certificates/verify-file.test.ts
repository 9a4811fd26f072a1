import { beforeAll, describe, expect, test } from 'vitest';
import { signFile } from '#certificates/sign-file.ts';
import { rootsOf, type SigningKey } from '#certificates/signing-key.ts';
import { verifyFile } from '#certificates/verify-file.ts';
import { attacks, bytesFrom, cmsIn, hidden, latin1, resigned, unsigned, withCms } from './attacks.ts';
import { developmentKey, hasOpenssl, keyIn, p12Of } from './keys.ts';
import { bytesOf, danish, english } from './sample.ts';

let key: SigningKey;
let roots: Uint8Array[];
let file: Uint8Array;
let text: string;
beforeAll(async () => {
  key = await developmentKey();
  roots = rootsOf(key);
  file = await bytesOf(danish, key);
  text = latin1(file);
});
const verdictOn = async (bytes: Uint8Array | string, under = roots) => {
  const found = await verifyFile(typeof bytes === 'string' ? bytesFrom(bytes) : bytes, under);
  return found.state === 'flawed' ? found.reason : found.state;
};
const facts = { number: '2026-00417', code: 'K7QM-4T9X-2HVD-W8RC', signedAt: '2026-11-18T09:30:00.000Z' };

describe('what was issued', () => {
  test.each([
    ['in Danish', danish],
    ['in English', english],
    ['to a long name', { ...danish, demo: true, name: `${'Frederikke-Ludovica '.repeat(4)}Eksempel` }],
  ])('is found genuine, with the number and the code it shows: %s', async (_, data) => {
    const found = await verifyFile(await bytesOf(data, key), roots);
    expect(found).toMatchObject({ state: 'signed', trusted: true, ...facts });
  });
  test('is not called trusted where no root is known', async () =>
    expect(await verifyFile(file, [])).toMatchObject({ state: 'signed', trusted: false, ...facts }));
  test('without a key is unsigned', async () => expect(await verdictOn(await bytesOf(danish))).toBe('unsigned'));
  test.skipIf(!hasOpenssl)('by a P-256 key is found genuine, with the name of the signer', async () => {
    const other = await keyIn(p12Of('p256'));
    const today = { ...danish, issuedAt: new Date().toISOString() };
    expect(await verifyFile(await bytesOf(today, other), rootsOf(other))).toMatchObject({
      state: 'signed',
      trusted: true,
      signedBy: expect.stringContaining('CN=Åse Bjørk Æblegård'),
    });
  });
});

describe('an attack is refused', () => {
  test.each(attacks)('%s', async (_, change, reason) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(await verdictOn(changed)).toBe(reason);
  });

  test('a signature taken from another file', async () => {
    const other = latin1(await bytesOf({ ...danish, number: '2026-00418' }, key));
    expect(await verdictOn(withCms(text, () => cmsIn(other)))).toBe('altered');
  });

  test('another root with the same names', async () => {
    const forged = await bytesOf(danish, await developmentKey());
    expect(await verdictOn(forged)).toBe('untrusted-root');
    expect(await verdictOn(forged, [])).toBe('signed');
  });

  test('a signature by another certificate than the one it names', async () => {
    const other = await developmentKey();
    const mixed = { ...key, privateKey: other.privateKey };
    expect(await verdictOn(await signFile(unsigned(file), mixed))).toBe('signature-wrong');
  });

  test('a signer whose time had passed', async () => {
    const old = await developmentKey({
      from: new Date('2020-01-01T00:00:00Z'),
      until: new Date('2021-01-01T00:00:00Z'),
    });
    expect(await verdictOn(await bytesOf(danish, old), rootsOf(old))).toBe('signer-not-valid-then');
  });

  test('any byte of a file, and every length, without a crash', async () => {
    const reasons = new Set<string>();
    for (let at = 0; at < file.length; at += 997) {
      const bytes = file.slice();
      bytes[at] = bytes[at]! ^ 0x15;
      reasons.add(await verdictOn(bytes));
      reasons.add(await verdictOn(file.slice(0, at)));
    }
    expect([...reasons]).not.toContain('signed');
    expect([...reasons]).not.toContain('unreadable');
  });
});

describe('under a good signature', () => {
  test.each(hidden)('what nobody should sign is refused: %s', async (_, change, reason) => {
    expect(await verdictOn(await resigned(file, key, change))).toBe(reason);
    expect(await verdictOn(await resigned(file, key, change, false))).toBe(reason);
  });

  test('a file from before its objects were compressed is found genuine', async () => {
    const plain = await resigned(file, key, () => undefined, false);
    expect(latin1(plain)).toContain('trailer');
    expect(await verdictOn(plain)).toBe('signed');
  });

  test.each([false, true])(
    'a table that names an earlier one is refused, compressed or not: %s',
    async (compressed) => {
      const whole = await resigned(file, key, () => undefined, compressed);
      const table = compressed ? '/Type /XRef' : 'trailer\n<<';
      const pointing = latin1(unsigned(whole)).replace(table, `${table}\n/Prev 17`);
      expect(await verdictOn(await signFile(bytesFrom(pointing), key))).toBe('more-than-one-revision');
    },
  );
});
