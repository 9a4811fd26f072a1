import { deflateSync } from 'node:zlib';
import * as asn1js from 'asn1js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CertificateData } from '#certificates/certificate-data.ts';
import { verifyFile } from '#certificates/checking/verify-file.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { signFile } from '#certificates/signing/sign-file.ts';
import { certificateOf, fingerprintOf, rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { attacks, bytesFrom, cmsIn, hidden, latin1, recoded, resigned, unsigned, withCms } from '../attacks.ts';
import { forgeries } from '../forgeries.ts';
import { developmentKey, hasOpenssl, keyIn, madeUnder, p12Of, twoUnderOneRoot } from '../keys.ts';
import { attendance, bytesOf, danish, english } from '../sample.ts';

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

describe('an issued file', () => {
  test.each<[string, CertificateData]>([
    ['in Danish', danish],
    ['in English', english],
    ['to a long name', { ...danish, demo: true, name: `${'Frederikke-Ludovica '.repeat(4)}Eksempel` }],
    ['at a renewal, in Danish', { ...danish, variant: 'renewal' as const }],
    ['at a renewal, in English', { ...english, variant: 'renewal' as const }],
    [
      'by an issuer with signs in its name, for no evidence',
      { ...danish, issuer: 'Æ & <Ø> "Å"', evidence: [], steps: [] },
    ],
    ...[
      ...['Ọ̀ṣun Ẹ̀bùn', 'Office Affi ﬁn', 'O’Neill-D’Arcy (kaldet Å)', '«Anna» “B” 12.34', 'Ђорђе Ћирић', 'x'],
      ...['Ñandú & Co <b>', `${'A'.repeat(30)} ${'Æ'.repeat(20)}`],
    ].map((name): [string, CertificateData] => [`to ${name}`, { ...danish, name }]),
  ])('is found genuine, with its number and code: %s', async (_, data) => {
    const found = await verifyFile(await bytesOf(data, key), roots);
    expect(found).toMatchObject({ state: 'signed', trusted: true, ...facts });
  });
  test.each(['da', 'en'] as const)('is found genuine if it proves attendance: %s', async (language) => {
    const found = await verifyFile(await bytesOf(attendance[language], key), roots);
    expect(found).toMatchObject({ state: 'signed', number: 'D2026-00093', name: 'Åse Bjørk Eksempel' });
  });
  test('is not called trusted if no root is known', async () =>
    expect(await verifyFile(file, [])).toMatchObject({ state: 'signed', trusted: false, ...facts }));
  test('is reported as unsigned if it was issued without a key', async () =>
    expect(await verdictOn(await bytesOf(danish))).toBe('unsigned'));
  test.skipIf(!hasOpenssl)('is found genuine under a P-256 key, with the name of the signer', async () => {
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

  test('a signer whose certificate had expired', async () => {
    const old = await developmentKey({
      from: new Date('2020-01-01T00:00:00Z'),
      until: new Date('2021-01-01T00:00:00Z'),
    });
    expect(await verdictOn(await bytesOf(danish, old), rootsOf(old))).toBe('signer-not-valid-then');
  });

  test("another certificate in place of the signer's, with the same key", async () => {
    const own = Buffer.from(key.certificates[0]!).toString('hex');
    const last = own.endsWith('0') ? '1' : '0';
    const exchanged = withCms(text, (hex) => hex.replace(own, own.slice(0, -1) + last));
    expect(await verdictOn(exchanged, [])).toBe('signed-by-another-certificate');
  });

  test('a second signer, or content inside the signature', async () => {
    const timeAuthority = { room: async () => 4_000, stamp: async () => undefined };
    const roomy = await drawCertificate(danish, { key, timeAuthority });
    if (!roomy.ok) throw new Error(roomy.reason);
    const changed = (change: Parameters<typeof recoded>[1]) => verdictOn(recoded(latin1(roomy.bytes), change));
    expect(await changed(() => undefined)).toBe('signed');
    expect(await changed(({ signerInfos }) => signerInfos.push(signerInfos[0]!))).toBe('signature-unreadable');
    const eContent = new asn1js.OctetString({ valueHex: Uint8Array.of(1).buffer });
    expect(await changed(({ encapContentInfo }) => Object.assign(encapContentInfo, { eContent }))).toBe(
      'signature-unreadable',
    );
  });

  test.skipIf(!hasOpenssl)('a certificate issued by somebody who is no authority', async () => {
    const above = await keyIn(p12Of('p256', 'extendedKeyUsage=emailProtection'));
    const today = { ...danish, issuedAt: new Date().toISOString() };
    expect(await verdictOn(await bytesOf(today, above), rootsOf(above))).toBe('signed');
    expect(await verdictOn(await bytesOf(today, madeUnder(above)), rootsOf(above))).toBe('untrusted-root');
  });

  test.skipIf(!hasOpenssl)('another certificate under the same root, which never signed for us', async () => {
    const [ours, neighbour] = twoUnderOneRoot();
    const today = { ...danish, issuedAt: new Date().toISOString() };
    const signers = { known: [fingerprintOf(certificateOf(ours.certificates[0]!))], complete: true };
    const forged = await bytesOf(today, neighbour);
    const under = rootsOf(ours);
    expect(await verifyFile(await bytesOf(today, ours), under, [], { signers })).toMatchObject({ pinned: true });
    expect(await verifyFile(forged, under, [], { signers })).toEqual({ state: 'flawed', reason: 'signer-unknown' });
    // Whoever knows only some of the signers cannot tell, and whoever knows none neither.
    const some = { ...signers, complete: false };
    for (const trust of [{ signers: some }, {}])
      expect(await verifyFile(forged, under, [], trust)).toMatchObject({ state: 'signed', pinned: false });
  });

  test.skipIf(!hasOpenssl)('a root that had expired', async () => {
    const short = await keyIn(p12Of('p256', undefined, 1));
    const inDays = (days: number) => ({ ...danish, issuedAt: new Date(Date.now() + days * 86_400_000).toISOString() });
    expect(await verdictOn(await bytesOf(inDays(0), short), rootsOf(short))).toBe('signed');
    expect(await verdictOn(await bytesOf(inDays(2), short), rootsOf(short))).toBe('signer-not-valid-then');
  });

  test('a byte changed anywhere, or a file cut off anywhere, without a crash', async () => {
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

describe('a file with a good signature', () => {
  test.each(hidden)('is refused if it contains what nobody should sign: %s', async (_, change, reason) => {
    expect(await verdictOn(await resigned(file, key, change))).toBe(reason);
    expect(await verdictOn(await resigned(file, key, change, false))).toBe(reason);
  });

  test.each(forgeries)('a page that we did not draw is refused: %s', async (_, change, reason) => {
    expect(await verdictOn(await resigned(file, key, change))).toBe(reason);
  });

  test('a file that unpacks to far more than a certificate is refused before it is unpacked', async () => {
    const zeros = Buffer.alloc(50_000_000);
    const bomb = await resigned(file, key, ({ context }) => context.register(context.flateStream(zeros)));
    expect(await verdictOn(bomb)).toBe('unpacks-too-far');
    const twice = await resigned(file, key, ({ context }) =>
      context.register(context.stream(deflateSync(deflateSync(zeros)), { Filter: ['FlateDecode', 'FlateDecode'] })),
    );
    expect(await verdictOn(twice)).toBe('packed-otherwise');
  });

  test('is found genuine if its objects are not compressed, as in earlier files', async () => {
    const plain = await resigned(file, key, () => undefined, false);
    expect(latin1(plain)).toContain('trailer');
    expect(await verdictOn(plain)).toBe('signed');
  });

  test.each([
    ['number', { number: '2026-417' }],
    ['code', { verifyUrl: 'https://vejlederbevis.example/check' }],
  ])('is refused if its page shows no %s', async (_, more) =>
    expect(await verdictOn(await bytesOf({ ...danish, ...more }, key))).toBe('no-number-and-code'),
  );

  test('a name that goes on like the sentence could be read in two ways, and is refused', async () => {
    const name = 'Åse har bestået kurset Overlæge';
    expect(await verdictOn(await bytesOf({ ...danish, name }, key))).toBe('says-otherwise');
  });

  test.each([
    [false, 'Prev'],
    [true, 'Prev'],
    [false, 'XRefStm'],
  ])('is refused if its cross-reference table names another, compressed or not: %s, %s', async (compressed, name) => {
    const whole = await resigned(file, key, () => undefined, compressed);
    const table = compressed ? '/Type /XRef' : 'trailer\n<<';
    const pointing = latin1(unsigned(whole)).replace(table, `${table}\n/${name} 17`);
    expect(await verdictOn(await signFile(bytesFrom(pointing), key))).toBe('more-than-one-revision');
  });
});
