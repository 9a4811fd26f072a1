import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { streamText } from '#certificates/file/stream-text.ts';

const key = (name: string) => PDFName.of(name);
type Forgery = [name: string, change: (pdf: PDFDocument) => unknown, reason: string];

/** What a page could show, hide or read aloud besides what we print, each signed again by a good key. */
export const forgeries: Forgery[] = [
  [
    'a stamp put on the page',
    (pdf) => annotated(pdf, { Subtype: 'Stamp', Contents: PDFString.of('Overlæge') }),
    'annotation-added',
  ],
  ['a free text put on the page', (pdf) => annotated(pdf, { Subtype: 'FreeText' }), 'annotation-added'],
  ['a field that covers the page', (pdf) => annotated(pdf, { Subtype: 'Widget', FT: 'Tx' }), 'annotation-added'],
  [
    'a stamp that no page names',
    ({ context }) => context.register(context.obj({ Subtype: 'Stamp' })),
    'annotation-added',
  ],
  ['a second link', (pdf) => annotated(pdf, { Subtype: 'Link' }), 'annotation-added'],
  ['a link with a look', (pdf) => linkOf(pdf).set(key('AP'), pdf.context.obj({})), 'annotation-added'],
  [
    'a link to another host',
    (pdf) => actionOf(pdf).set(key('URI'), PDFString.of('https://falsk.example/v/K7QM-4T9X-2HVD-W8RC')),
    'link-elsewhere',
  ],
  [
    'a link that goes on to another action',
    (pdf) => actionOf(pdf).set(key('Next'), pdf.context.obj({ S: 'URI' })),
    'link-elsewhere',
  ],
  [
    'words for a link that leads elsewhere',
    (pdf) => linkOf(pdf).set(key('Contents'), PDFHexString.fromText('Kontrollér på https://falsk.example')),
    'link-elsewhere',
  ],
  [
    'a QR code for another address',
    (pdf) => rewritten(pdf, /(\d+ \d+) (\d+) 1 re\n/, (_, place, width) => `${place} ${Number(width) + 1} 1 re\n`),
    'link-elsewhere',
  ],
  [
    'a signature with an area',
    (pdf) => fieldOf(pdf).set(key('Rect'), pdf.context.obj([100, 100, 300, 200])),
    'signature-visible',
  ],
  [
    'a signature with a look',
    (pdf) =>
      fieldOf(pdf).set(
        key('AP'),
        pdf.context.obj({
          N: pdf.context.register(
            pdf.context.flateStream('0 0 9 9 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0] }),
          ),
        }),
      ),
    'signature-visible',
  ],
  ['a page that is turned', (pdf) => pageOf(pdf).set(key('Rotate'), PDFNumber.of(180)), 'page-turned-or-cropped'],
  [
    'a page that is turned by what stands above it',
    ({ catalog }) => catalog.lookup(key('Pages'), PDFDict).set(key('Rotate'), PDFNumber.of(90)),
    'page-turned-or-cropped',
  ],
  [
    'a page that is cropped',
    (pdf) => pageOf(pdf).set(key('CropBox'), pdf.context.obj([0, 400, 595, 842])),
    'page-turned-or-cropped',
  ],
  [
    'a page of another size',
    (pdf) => pageOf(pdf).set(key('MediaBox'), pdf.context.obj([0, 400, 595, 842])),
    'page-turned-or-cropped',
  ],
  ['a page in another unit', (pdf) => pageOf(pdf).set(key('UserUnit'), PDFNumber.of(2)), 'page-turned-or-cropped'],
  ['a form that is drawn', (pdf) => resourcesOf(pdf).set(key('XObject'), pdf.context.obj({})), 'drawn-otherwise'],
  [
    'a layer named by the content',
    (pdf) => resourcesOf(pdf).set(key('Properties'), pdf.context.obj({})),
    'drawn-otherwise',
  ],
  [
    'a folder of files',
    ({ catalog, context }) => catalog.set(key('Collection'), context.obj({})),
    'more-than-we-write',
  ],
  ['text that is transparent', (pdf) => statesOf(pdf).set(key('ca'), PDFNumber.of(0)), 'drawn-otherwise'],
  [
    'an image in the page',
    (pdf) => rewritten(pdf, /$/, '\nq 99 0 0 99 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q'),
    'drawn-otherwise',
  ],
  ['a shading', (pdf) => rewritten(pdf, /$/, '\n/Sh1 sh'), 'drawn-otherwise'],
  ['a clip', (pdf) => rewritten(pdf, /BT\n/, '0 0 9 9 re W n\nBT\n'), 'drawn-otherwise'],
  ['invisible text', (pdf) => rewritten(pdf, /BT\n/, 'BT\n3 Tr\n'), 'drawn-otherwise'],
  ['white text', (pdf) => rewritten(pdf, /\/P <<\/MCID 0>> BDC/, '1 1 1 scn\n/P <</MCID 0>> BDC'), 'drawn-otherwise'],
  ['text too small to read', (pdf) => rewritten(pdf, / (\d+) Tf\n/, ' 1 Tf\n'), 'drawn-otherwise'],
  ['text upside down', (pdf) => rewritten(pdf, /BT\n/, '1 0 0 -1 0 0 cm\nBT\n'), 'drawn-otherwise'],
  ['text moved off the page', (pdf) => rewritten(pdf, /BT\n1 0 0 1 \S+/, 'BT\n1 0 0 1 900'), 'drawn-otherwise'],
  ['text written in another way', (pdf) => rewritten(pdf, /\] TJ\n/, '] TJ\n<0001> Tj\n'), 'drawn-otherwise'],
  ['text outside the structure', (pdf) => rewritten(pdf, /\/P <<\/MCID 0>> BDC/, '/Artifact BMC'), 'drawn-otherwise'],
  ['ink without a mark', (pdf) => rewritten(pdf, /$/, '\n0 0 9 9 re f'), 'drawn-otherwise'],
  ['ink upon the text', (pdf) => rewritten(pdf, /(\/Artifact BMC\n)/, '$1100 100 400 500 re f\n'), 'drawn-otherwise'],
  [
    'other words for a text',
    (pdf) =>
      rewritten(
        pdf,
        /(\/P <<\/MCID 0>> BDC\n)(BT[\s\S]*?ET)/,
        `$1/Span <</ActualText ${PDFHexString.fromText('Falsk Styrelse')}>> BDC\n$2\nEMC`,
      ),
    'reads-otherwise',
  ],
  [
    'other words for an element',
    (pdf) => elementOf(pdf, 'H1').set(key('ActualText'), PDFHexString.fromText('Overlæge')),
    'reads-otherwise',
  ],
  [
    'words for an element that needs none',
    (pdf) => elementOf(pdf, 'H1').set(key('Alt'), PDFHexString.fromText('Overlæge')),
    'reads-otherwise',
  ],
  [
    'other words for the QR code',
    (pdf) => elementOf(pdf, 'Figure').set(key('Alt'), PDFHexString.fromText('Overlæge')),
    'link-elsewhere',
  ],
  [
    'letters that read as others',
    (pdf) => remapped(pdf, (map) => map.replace(/\[(<\w{4}>) <\w{4}>/, '[$1 <0058>')),
    'reads-otherwise',
  ],
  [
    'letters that read as others by another map',
    (pdf) => remapped(pdf, (map) => map.replace('endbfrange', 'endbfrange\n1 beginbfchar\n<0001> <0058>\nendbfchar')),
    'unreadable',
  ],
  [
    'another order for whoever hears the page',
    (pdf) =>
      elementOf(pdf, 'Document')
        .lookup(key('K'), PDFArray)
        .set(0, elementOf(pdf, 'Document').lookup(key('K'), PDFArray).get(1)),
    'reads-otherwise',
  ],
  ['a line less', (pdf) => removed(pdf, 'H1'), 'reads-otherwise'],
  ['another title in the window', (pdf) => pdf.setTitle('Bevis 2026-00417: En Anden'), 'says-otherwise'],
];

function annotated(pdf: PDFDocument, more: object): void {
  const { context } = pdf;
  const made = context.obj({ Type: 'Annot', Rect: [100, 400, 500, 700], F: 4, ...more } as never);
  pageOf(pdf).lookup(key('Annots'), PDFArray).push(context.register(made));
}

const pageOf = (pdf: PDFDocument) => pdf.getPage(0).node;
const resourcesOf = (pdf: PDFDocument) => pageOf(pdf).lookup(key('Resources'), PDFDict);
const annotationOf = (pdf: PDFDocument, at: number) => pageOf(pdf).lookup(key('Annots'), PDFArray).lookup(at, PDFDict);
const linkOf = (pdf: PDFDocument) => annotationOf(pdf, 0);
const fieldOf = (pdf: PDFDocument) => annotationOf(pdf, 1);
const actionOf = (pdf: PDFDocument) => linkOf(pdf).lookup(key('A'), PDFDict);

function statesOf(pdf: PDFDocument): PDFDict {
  const states = resourcesOf(pdf).lookup(key('ExtGState'), PDFDict);
  return states.lookup(states.keys()[0]!, PDFDict);
}

function elementOf({ context }: PDFDocument, role: string): PDFDict {
  const found = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .find((object) => object instanceof PDFDict && object.get(key('S')) === key(role));
  return found as PDFDict;
}

function removed(pdf: PDFDocument, role: string): void {
  const kids = elementOf(pdf, 'Document').lookup(key('K'), PDFArray);
  const at = kids.asArray().findIndex((kid) => pdf.context.lookup(kid) === elementOf(pdf, role));
  kids.remove(at);
}

/** The page with something in its content exchanged. */
function rewritten(pdf: PDFDocument, from: RegExp, to: string | ((...found: string[]) => string)): void {
  const { context } = pdf;
  const at = pageOf(pdf).get(key('Contents')) as PDFRef;
  const before = streamText(context.lookup(at))!;
  const after = before.replace(from, to as string);
  if (after === before) throw new Error(`nothing to rewrite: ${from}`);
  context.assign(at, context.flateStream(Buffer.from(after, 'latin1')));
}

/** A font that says its glyphs are other letters. */
function remapped(pdf: PDFDocument, change: (map: string) => string): void {
  const { context } = pdf;
  const fonts = resourcesOf(pdf).lookup(key('Font'), PDFDict);
  const font = fonts.lookup(fonts.keys()[0]!, PDFDict);
  const at = font.get(key('ToUnicode')) as PDFRef;
  const before = streamText(context.lookup(at))!;
  const after = change(before);
  if (after === before) throw new Error('nothing to map');
  context.assign(at, context.flateStream(Buffer.from(after, 'latin1')));
}
