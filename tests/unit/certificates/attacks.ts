import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { emptyRange } from '#certificates/file/signature-place.ts';
import { streamText } from '#certificates/file/stream-text.ts';
import { bufferOf, oid } from '#certificates/signing/der.ts';
import { signFile } from '#certificates/signing/sign-file.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';

const rangeIn = /\/ByteRange \[0 (\d+) (\d+) (\d+)( *)\]/;

const action = { Type: 'Action', S: 'JavaScript' };

/** What nobody should sign, even under a good signature. */
export const hidden: [name: string, change: (pdf: PDFDocument) => unknown, reason: string][] = [
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
  ['two references', (pdf) => referencesIn(pdf).push(referencesIn(pdf).get(0)), 'changes-permitted'],
  [
    'a reference of another kind',
    (pdf) => referencesIn(pdf).lookup(0, PDFDict).set(PDFName.of('TransformMethod'), PDFName.of('FieldMDP')),
    'changes-permitted',
  ],
  [
    'a signature of another kind',
    (pdf) => signatureIn(pdf).set(PDFName.of('SubFilter'), PDFName.of('adbe.pkcs7.detached')),
    'not-one-signature',
  ],
  [
    'a second field',
    (pdf) => fieldsIn(pdf).push(pdf.context.register(pdf.context.obj({ FT: 'Sig' }))),
    'not-one-signature',
  ],
  [
    'a field with another signature',
    (pdf) =>
      fieldsIn(pdf)
        .lookup(0, PDFDict)
        .set(PDFName.of('V'), pdf.context.register(pdf.context.obj({ Type: 'Sig' }))),
    'not-one-signature',
  ],
  ['an action that sends', ({ context }) => context.register(context.obj({ S: 'SubmitForm' })), 'active-content'],
  ['a second page', (pdf) => pdf.addPage(), 'no-number-and-code'],
  ['a drawing that is not read', (pdf) => drawn(pdf, '/X1 Do'), 'drawn-otherwise'],
  ['text that is written in another way', (pdf) => drawn(pdf, 'BT <0001> Tj ET'), 'drawn-otherwise'],
];

/** The file with that in it, signed again; its objects in a compressed stream, or each by itself as they once were. */
export async function resigned(
  file: Uint8Array,
  key: SigningKey,
  change: (pdf: PDFDocument) => unknown,
  useObjectStreams = true,
) {
  const pdf = await PDFDocument.load(unsigned(file), { updateMetadata: false });
  change(pdf);
  const saved = await pdf.save({ useObjectStreams, addDefaultPage: false, updateFieldAppearances: false });
  return signFile(bytesFrom(latin1(saved).replace('/ObjXXX', '/ObjStm')), key);
}

/** What somebody may do to a signed file, and what is found; `text` is the file, a letter for each byte. */
export const attacks = attacksOf();

type Attack = [name: string, change: (text: string) => string, reason: string];

function attacksOf(): Attack[] {
  const update = '\n9 0 obj\n<</Type/Catalog>>\nendobj\n';
  const tail = (more: string) => `${more}startxref\n5\n%%EOF\n`;
  return [
    [
      'a revision appended',
      (text) => `${text}${update}${tail('xref\n0 0\ntrailer\n<</Prev 9>>\n')}`,
      'more-than-one-revision',
    ],
    [
      'a revision with a compressed table',
      (text) => `${text}${update}${tail('8 0 obj <</Type/XRef/Prev 9>> stream')}`,
      'more-than-one-revision',
    ],
    ['objects put after the end', (text) => `${text}${update}%%EOF`, 'more-than-one-revision'],
    ['spaces put after the end', (text) => `${text}\n\n`, 'signature-does-not-cover-the-file'],
    [
      'a revision put before the end',
      (text) => text.replace(/startxref\n\d+\n%%EOF/, `${update}$&`),
      'signature-does-not-cover-the-file',
    ],
    ['a range that covers what was put in', (text) => grown(text, update), 'altered'],
    [
      'a range that begins late',
      (text) => text.replace('/ByteRange [0 ', '/ByteRange [1 '),
      'signature-does-not-cover-the-file',
    ],
    [
      'a place of another name',
      (text) => text.replace(/\/Contents(?= ?<[0-9a-f]{3000})/, '/Kontents'),
      'signature-does-not-cover-the-file',
    ],
    [
      'a range that skips',
      (text) => ranged(text, (before, after, rest) => [before - 40, after, rest]),
      'signature-does-not-cover-the-file',
    ],
    [
      'a range that overlaps',
      (text) => ranged(text, (_before, after, rest) => [after + 2, after, rest]),
      'signature-does-not-cover-the-file',
    ],
    [
      'a range that ends early',
      (text) => ranged(text, (before, after, rest) => [before, after, rest - 9]),
      'signature-does-not-cover-the-file',
    ],
    [
      'a second range',
      (text) => text.replace('/Type /Sig\n', '/Type /Sig\n/ByteRange [0 1 2 3]\n'),
      'not-one-signature',
    ],
    ['a signature of zeros', (text) => withCms(text, (hex) => '0'.repeat(hex.length)), 'signature-unreadable'],
    ['a signature of noise', (text) => withCms(text, (hex) => 'e7'.repeat(hex.length / 2)), 'signature-unreadable'],
    [
      'something in the zeros after the signature',
      (text) => withCms(text, (hex) => hex.replace(/00$/, '01')),
      'signature-unreadable',
    ],
    ['a byte altered', (text) => text.replace('/Lang (da-DK)', '/Lang (da-DE)'), 'altered'],
    ['a text edited', (text) => text.replace('</dc:title>', '</dc:titel>'), 'altered'],
    ['the signature taken out', (text) => text.replace('/ByteRange', '/ByteTange'), 'unsigned'],
    ['a file cut short', (text) => text.slice(0, 30_000), 'not-a-pdf'],
    ['a file cut short within its end', (text) => text.slice(0, -5), 'not-a-pdf'],
    ['no PDF', () => 'hej', 'not-a-pdf'],
    ['nothing', () => '', 'not-a-pdf'],
    ['a PDF of nothing', () => '%PDF-1.7\nstartxref\n%%EOF', 'unsigned'],
    ['more than anybody issues', () => `%PDF-1.7\n${' '.repeat(5_000_001)}`, 'too-large'],
  ];
}

export const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
export const bytesFrom = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
export function cmsIn(pdf: string): string {
  const [, before, after] = pdf.match(rangeIn)!.map(Number) as [number, number, number];
  return pdf.slice(before + 1, after - 1);
}

export const withCms = (text: string, change: (hex: string) => string) =>
  text.replace(cmsIn(text), change(cmsIn(text)));

/** The signature with a change in what nobody has signed of it; there must be room for it. */
export const recoded = (text: string, change: (cms: pkijs.SignedData) => unknown) =>
  withCms(text, (hex) => changedCms(Buffer.from(hex, 'hex'), change).toString('hex').padEnd(hex.length, '0'));

export function changedCms(der: Uint8Array, change: (cms: pkijs.SignedData) => unknown): Buffer {
  const { result } = asn1js.fromBER(bufferOf(der));
  const cms = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
  change(cms);
  const content = cms.toSchema(true);
  return Buffer.from(new pkijs.ContentInfo({ contentType: oid.signedData, content }).toSchema().toBER(false));
}

function ranged(text: string, change: (before: number, after: number, rest: number) => number[]): string {
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
export function unsigned(signed: Uint8Array): Uint8Array {
  const pdf = latin1(signed);
  const hex = cmsIn(pdf);
  return bytesFrom(pdf.replace(hex, '0'.repeat(hex.length)).replace(rangeIn, emptyRange));
}

/** A compressed object stream with one object in it, where a plain search finds nothing; pdf-lib writes none it has read. */
function packed({ context }: PDFDocument, object: string): void {
  const before = '900 0 ';
  const more = { Type: 'ObjXXX', N: 1, First: before.length };
  context.register(context.flateStream(Buffer.from(before + object, 'latin1'), more));
}

/** The page with more on it. */
function drawn(pdf: PDFDocument, more: string): void {
  const { context } = pdf;
  const at = pdf.getPage(0).node.get(PDFName.of('Contents')) as PDFRef;
  context.assign(at, context.flateStream(Buffer.from(`${streamText(context.lookup(at))}\n${more}`, 'latin1')));
}

const signatureIn = ({ catalog }: PDFDocument) =>
  catalog.lookup(PDFName.of('Perms'), PDFDict).lookup(PDFName.of('DocMDP'), PDFDict);
const referencesIn = (pdf: PDFDocument) => signatureIn(pdf).lookup(PDFName.of('Reference'), PDFArray);
const docMdp = (pdf: PDFDocument) =>
  referencesIn(pdf).lookup(0, PDFDict).lookup(PDFName.of('TransformParams'), PDFDict);
const fieldsIn = ({ catalog }: PDFDocument) =>
  catalog.lookup(PDFName.of('AcroForm'), PDFDict).lookup(PDFName.of('Fields'), PDFArray);
