import { type PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { signFile } from '#certificates/sign-file.ts';
import { emptyRange } from '#certificates/signature-place.ts';
import { rootsOf, type SigningKey } from '#certificates/signing-key.ts';
import { verifyFile } from '#certificates/verify-file.ts';
import { developmentKey, hasOpenssl, keyIn, p12Of } from './keys.ts';
import { bytesOf, danish, english } from './sample.ts';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesFrom = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const rangeIn = /\/ByteRange \[0 (\d+) (\d+) (\d+)( *)\]/;

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
  const update = '\n9 0 obj\n<</Type/Catalog>>\nendobj\n';
  const tail = (more: string) => `${more}startxref\n5\n%%EOF\n`;
  test.each<[string, () => string, string]>([
    [
      'a revision appended',
      () => `${text}${update}${tail('xref\n0 0\ntrailer\n<</Prev 9>>\n')}`,
      'more-than-one-revision',
    ],
    [
      'a revision with a compressed table',
      () => `${text}${update}${tail('8 0 obj <</Type/XRef/Prev 9>> stream')}`,
      'more-than-one-revision',
    ],
    ['objects put after the end', () => `${text}${update}%%EOF`, 'more-than-one-revision'],
    ['spaces put after the end', () => `${text}\n\n`, 'signature-does-not-cover-the-file'],
    [
      'a revision put before the end',
      () => text.replace(/startxref\n\d+\n%%EOF/, `${update}$&`),
      'signature-does-not-cover-the-file',
    ],
    ['a range that covers what was put in', () => grown(text, update), 'altered'],
    [
      'a range that skips',
      () => ranged((before, after, rest) => [before - 40, after, rest]),
      'signature-does-not-cover-the-file',
    ],
    [
      'a range that overlaps',
      () => ranged((_before, after, rest) => [after + 2, after, rest]),
      'signature-does-not-cover-the-file',
    ],
    [
      'a range that ends early',
      () => ranged((before, after, rest) => [before, after, rest - 9]),
      'signature-does-not-cover-the-file',
    ],
    ['a second range', () => text.replace('/Type /Sig\n', '/Type /Sig\n/ByteRange [0 1 2 3]\n'), 'not-one-signature'],
    ['a signature of zeros', () => withCms((hex) => '0'.repeat(hex.length)), 'signature-unreadable'],
    ['a signature of noise', () => withCms((hex) => 'e7'.repeat(hex.length / 2)), 'signature-unreadable'],
    [
      'something in the zeros after the signature',
      () => withCms((hex) => hex.replace(/00$/, '01')),
      'signature-unreadable',
    ],
    ['a byte altered', () => text.replace('/Lang (da-DK)', '/Lang (da-DE)'), 'altered'],
    ['a text edited', () => text.replace('/Title', '/Titel'), 'altered'],
    ['the signature taken out', () => text.replace('/ByteRange', '/ByteTange'), 'unsigned'],
    ['a file cut short', () => text.slice(0, 30_000), 'not-a-pdf'],
    ['a file cut short within its end', () => text.slice(0, -5), 'not-a-pdf'],
    ['no PDF', () => 'hej', 'not-a-pdf'],
    ['nothing', () => '', 'not-a-pdf'],
    ['a PDF of nothing', () => '%PDF-1.7\nstartxref\n%%EOF', 'unsigned'],
    ['more than anybody issues', () => `%PDF-1.7\n${' '.repeat(5_000_001)}`, 'too-large'],
  ])('%s', async (_, change, reason) => {
    const changed = change();
    expect(changed).not.toBe(text);
    expect(await verdictOn(changed)).toBe(reason);
  });

  test('a signature taken from another file', async () => {
    const other = latin1(await bytesOf({ ...danish, number: '2026-00418' }, key));
    expect(await verdictOn(withCms(() => cmsIn(other)))).toBe('altered');
  });

  test('another root with the same names', async () => {
    const forged = await bytesOf(danish, await developmentKey());
    expect(await verdictOn(forged)).toBe('untrusted-root');
    expect(await verdictOn(forged, [])).toBe('signed');
  });

  test('a signature by another certificate than the one it names', async () => {
    const other = await developmentKey();
    const mixed = { ...key, privateKey: other.privateKey };
    expect(await verdictOn(signFile(unsigned(file), mixed))).toBe('signature-wrong');
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

describe('what nobody should sign is refused under a good signature', () => {
  const action = { Type: 'Action', S: 'JavaScript' };
  test.each<[string, (pdf: PDFDocument) => unknown, string]>([
    ['JavaScript', ({ context }) => context.register(context.obj(action)), 'active-content'],
    [
      'an action on opening',
      ({ context, catalog }) => catalog.set(PDFName.of('OpenAction'), context.obj([])),
      'active-content',
    ],
    ['a name written in another way', (pdf) => packed(pdf, '<</S /Java#53cript>>'), 'active-content'],
    [
      'JavaScript in a compressed object',
      (pdf) => packed(pdf, '<</S /JavaScript /JS (app.alert\\(1\\))>>'),
      'active-content',
    ],
    ['JavaScript deep in a compressed object', (pdf) => packed(pdf, '[[<</A <</JS (1)>>>>]]'), 'active-content'],
    ['layers', ({ context, catalog }) => catalog.set(PDFName.of('OCProperties'), context.obj({})), 'layers'],
    ['layers in a compressed object', (pdf) => packed(pdf, '<</Type /OCG /Name (lag)>>'), 'layers'],
    ['changes permitted', (pdf) => docMdp(pdf).set(PDFName.of('P'), pdf.context.obj(2)), 'changes-permitted'],
    ['a signature that certifies nothing', ({ catalog }) => catalog.delete(PDFName.of('Perms')), 'changes-permitted'],
    ['a second page', (pdf) => pdf.addPage(), 'no-number-and-code'],
  ])('%s', async (_, change, reason) => {
    const pdf = await PDFDocument.load(unsigned(file), { updateMetadata: false });
    change(pdf);
    const saved = await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
    const whole = bytesFrom(latin1(saved).replace('/ObjXXX', '/ObjStm'));
    expect(await verdictOn(signFile(whole, key))).toBe(reason);
  });
});

/** A compressed object stream with one object in it, where a plain search finds nothing; pdf-lib writes none it has read. */
function packed({ context }: PDFDocument, object: string): void {
  const before = '900 0 ';
  const more = { Type: 'ObjXXX', N: 1, First: before.length };
  context.register(context.flateStream(Buffer.from(before + object, 'latin1'), more));
}

function docMdp({ context, catalog }: PDFDocument): PDFDict {
  const signature = context.lookup(
    (catalog.lookup(PDFName.of('Perms')) as PDFDict).get(PDFName.of('DocMDP')),
  ) as PDFDict;
  const [reference] = (signature.lookup(PDFName.of('Reference')) as unknown as { asArray(): PDFDict[] }).asArray();
  return reference!.lookup(PDFName.of('TransformParams')) as PDFDict;
}

function cmsIn(pdf: string): string {
  const [, before, after] = pdf.match(rangeIn)!.map(Number) as [number, number, number];
  return pdf.slice(before + 1, after - 1);
}

const withCms = (change: (hex: string) => string) => text.replace(cmsIn(text), change(cmsIn(text)));

function ranged(change: (before: number, after: number, rest: number) => number[]): string {
  return text.replace(rangeIn, (whole, ...found: string[]) => {
    const [before, after, rest] = found.slice(0, 3).map(Number) as [number, number, number];
    return `${`/ByteRange [0 ${change(before, after, rest).join(' ')}`.padEnd(whole.length - 1)}]`;
  });
}

function grown(pdf: string, more: string): string {
  const put = pdf.replace(/startxref\n\d+\n%%EOF/, `${more}$&`);
  return put.replace(rangeIn, (_, before, after, rest, spaces: string) => {
    const wider = Number(rest) + more.length;
    return `/ByteRange [0 ${before} ${after} ${wider}${spaces.slice(String(wider).length - String(rest).length)}]`;
  });
}

/** The file as it was before it was signed. */
function unsigned(signed: Uint8Array): Uint8Array {
  const pdf = latin1(signed);
  const hex = cmsIn(pdf);
  return bytesFrom(pdf.replace(hex, '0'.repeat(hex.length)).replace(rangeIn, emptyRange));
}
