import {
  type PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { key, type OpenPdf, parentTreeOf } from './opened-pdf.ts';

type Mutant = [clause: string, change: string, mutate: (file: OpenPdf) => unknown];

/** One fact broken at a time; the rule that must find it comes first. */
export function mutants(): Mutant[] {
  const one = (file: OpenPdf, name: string, value: string) => {
    const [first] = file.having(name, value);
    if (!first) throw new Error(`nothing to break: ${name} ${value}`);
    return first;
  };
  const role = (file: OpenPdf, name: string) => one(file, 'S', name);
  const stream = (file: OpenPdf, of: PDFDict, name: string) =>
    file.pdf.context.lookup(of.get(key(name))) as PDFRawStream;
  const rewrite = (from: string | RegExp, to: string) => (file: OpenPdf) => {
    const changed = file.content.replace(from, to);
    if (changed === file.content) throw new Error(`nothing to rewrite: ${from}`);
    file.pdf.context.assign(
      file.page.get(key('Contents')) as PDFRef,
      file.pdf.context.flateStream(Buffer.from(changed, 'latin1')),
    );
  };
  const rewriteXmp = (from: string, to: string) => (file: OpenPdf) => {
    if (!file.xmp.includes(from)) throw new Error(`nothing to rewrite: ${from}`);
    const changed = file.pdf.context.stream(Buffer.from(file.xmp.replace(from, to)), {
      Type: 'Metadata',
      Subtype: 'XML',
    });
    file.pdf.context.assign(file.catalog.get(key('Metadata')) as PDFRef, changed);
  };
  const act = (file: OpenPdf) => file.pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
  return [
    ['PDF/A-3 6.1.3:', 'no identifier', ({ pdf }) => delete pdf.context.trailerInfo.ID],
    [
      'PDF/A-3 6.1.7:',
      'a stream kept elsewhere',
      (file) => stream(file, one(file, 'Subtype', 'Type0'), 'ToUnicode').dict.set(key('FFilter'), key('FlateDecode')),
    ],
    ['PDF/A-3 6.2.3:', 'no output intent', ({ catalog }) => catalog.delete(key('OutputIntents'))],
    [
      'PDF/A-3 6.2.3:',
      'a profile of another kind',
      (file) =>
        stream(file, one(file, 'Type', 'OutputIntent'), 'DestOutputProfile').dict.set(key('N'), PDFNumber.of(4)),
    ],
    ['PDF/A-3 6.2.4.3:', 'another colour space', rewrite('/DeviceRGB cs', '/DeviceCMYK cs')],
    ['PDF/A-3 6.2.4.3:', 'grey', rewrite('/DeviceRGB cs', '0 g\n/DeviceRGB cs')],
    ['PDF/UA-1 7.1: the window', 'no title in a language', rewriteXmp('xml:lang="da-DK"', 'xml:lang="fo"')],
    [
      'PDF/A-3 6.2.11.3.2:',
      'no map to glyphs',
      (file) => one(file, 'Subtype', 'CIDFontType2').delete(key('CIDToGIDMap')),
    ],
    ['PDF/A-3 6.2.11.4.1:', 'a font left out', (file) => one(file, 'Type', 'FontDescriptor').delete(key('FontFile2'))],
    ['PDF/A-3 6.2.11.7.2:', 'no ToUnicode', (file) => one(file, 'Subtype', 'Type0').delete(key('ToUnicode'))],
    ['PDF/A-3 6.2.11.7.2:', 'a letter that the face lacks', rewrite('[<0001', '[<0000')],
    [
      'PDF/A-3 6.3.2:',
      'an annotation that is not printed',
      (file) => one(file, 'Type', 'Annot').set(key('F'), PDFNumber.of(0)),
    ],
    ['PDF/A-3 6.4.1', 'a form', ({ catalog, pdf }) => catalog.set(key('AcroForm'), pdf.context.obj({ Fields: [] }))],
    ['PDF/A-3 6.4.1', 'a field without a look', (file) => one(file, 'Subtype', 'Widget').delete(key('AP'))],
    ['PDF/A-3 6.4.3', 'a signature that permits changes', ({ catalog }) => catalog.delete(key('Perms'))],
    ['PDF/UA-1 7.18.1 and 7.18.4', 'a field without words', (file) => one(file, 'Subtype', 'Widget').delete(key('TU'))],
    [
      'PDF/UA-1 7.18.1 and 7.18.4',
      'a field of nobody',
      (file) => one(file, 'Subtype', 'Widget').set(key('StructParent'), PDFNumber.of(7)),
    ],
    [
      'PDF/A-3 6.4 and 6.5',
      'JavaScript',
      (file) => one(file, 'Type', 'Annot').set(key('PA'), file.pdf.context.register(act(file))),
    ],
    [
      'PDF/A-3 6.6.2.1:',
      'metadata that is packed',
      (file) => stream(file, file.catalog, 'Metadata').dict.set(key('Subtype'), key('JSON')),
    ],
    ['PDF/A-3 6.6.2.3:', 'no extension schema', rewriteXmp('pdfaSchema:namespaceURI', 'pdfaSchema:uri')],
    ['PDF/A-3 6.6.4:', 'level B', rewriteXmp('<pdfaid:conformance>A', '<pdfaid:conformance>B')],
    ['PDF/A-3 6.7.2:', 'no MarkInfo', ({ catalog }) => catalog.delete(key('MarkInfo'))],
    ['PDF/A-3 6.7.3:', 'a structure of another kind', (file) => role(file, 'Document').set(key('S'), key('P'))],
    ['PDF/A-3 6.7.4:', 'no language', ({ catalog }) => catalog.delete(key('Lang'))],
    ['PDF/A-3 6.9', 'layers', ({ catalog, pdf }) => catalog.set(key('OCProperties'), pdf.context.obj({}))],
    [
      'PDF/A-3 6.8',
      'an attachment of nothing',
      ({ pdf }) => pdf.context.register(pdf.context.stream('x', { Type: 'EmbeddedFile' })),
    ],
    ['PDF/A-3 6.8', 'an attachment that is not associated', ({ catalog }) => catalog.delete(key('AF'))],
    [
      'PDF/A-3 6.8',
      'an attachment that does not say how it belongs',
      (file) => one(file, 'Type', 'Filespec').delete(key('AFRelationship')),
    ],
    [
      'PDF/A-3 6.8',
      'an attachment of another type',
      (file) => one(file, 'Type', 'EmbeddedFile').set(key('Subtype'), key('text/plain')),
    ],
    ['PDF/UA-1 5:', 'another part', rewriteXmp('<pdfuaid:part>1', '<pdfuaid:part>2')],
    ['PDF/UA-1 7.1: all that', 'ink outside all marks', rewrite(/$/, '\n0 0 9 9 re f')],
    ['PDF/UA-1 7.1: all that', 'an ornament inside an element', rewrite(/\/P <<\/MCID 0>> BDC/, '/Artifact BMC $&')],
    ['PDF/UA-1 7.1: each piece', 'one number twice', rewrite('/MCID 1>>', '/MCID 0>>')],
    [
      'PDF/UA-1 7.1: each piece',
      'two owners exchanged',
      (file) => {
        const owners = parentTreeOf(file).get(0) as PDFArray;
        const [first, second] = [owners.get(0), owners.get(1)];
        owners.set(0, second);
        owners.set(1, first);
      },
    ],
    ['PDF/UA-1 7.1: each element', 'a wrong parent', (file) => role(file, 'H1').set(key('P'), file.elements[3]!.ref)],
    ['PDF/UA-1 7.1: every role', 'a role of our own', (file) => role(file, 'P').set(key('S'), key('Afsnit'))],
    [
      'PDF/UA-1 7.1: the window',
      'the name of the file as title',
      ({ catalog }) => catalog.delete(key('ViewerPreferences')),
    ],
    ['PDF/UA-1 7.1: the window', 'another title in the metadata', rewriteXmp('">Bevis 2026', '">Bevis 2027')],
    ['PDF/UA-1 7.3:', 'no alt', (file) => role(file, 'Figure').delete(key('Alt'))],
    [
      'PDF/UA-1 7.3:',
      'a box that is not the figure’s',
      (file) =>
        role(file, 'Figure')
          .lookup(key('A'), PDFDict)
          .set(key('BBox'), file.pdf.context.obj([0, 0, 10, 10])),
    ],
    ['PDF/UA-1 7.4.2:', 'no first heading', (file) => role(file, 'H1').set(key('S'), PDFName.of('H2'))],
    ['PDF/UA-1 7.6:', 'an item without a label', (file) => role(file, 'Lbl').set(key('S'), key('P'))],
    ['PDF/UA-1 7.6:', 'no numbering', (file) => role(file, 'L').delete(key('A'))],
    [
      'PDF/UA-1 7.18.1 and 7.18.5',
      'no words for the link',
      (file) => one(file, 'Type', 'Annot').set(key('Contents'), PDFHexString.fromText('')),
    ],
    [
      'PDF/UA-1 7.18.1 and 7.18.5',
      'a link of nobody',
      (file) => one(file, 'Type', 'Annot').set(key('StructParent'), PDFNumber.of(7)),
    ],
    ['PDF/UA-1 7.18.3:', 'tabs by rows', ({ page }) => page.set(key('Tabs'), key('R'))],
  ];
}
