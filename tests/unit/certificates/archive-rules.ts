import { decodePDFRawStream, PDFArray, PDFDict, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { operationsOf } from '#certificates/file/content-operations.ts';
import { fontMapsOf } from '#certificates/file/font-maps.ts';
import { key, type OpenPdf } from './opened-pdf.ts';

/** What a file must keep to, by the clause that says so. */
export type Rules = Record<string, (file: OpenPdf) => boolean>;

const active = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'ResetForm',
  'Movie',
  'Sound',
  'Rendition',
];

/** ISO 19005-3 (PDF/A-3), conformance level A. */
export const archiveRules: Rules = {
  'PDF/A-3 6.1.2: version and four bytes that are no text': ({ bytes }) =>
    Buffer.from(bytes.subarray(0, 9)).toString() === '%PDF-1.7\n' &&
    bytes[9] === 0x25 &&
    bytes.subarray(10, 14).every((byte) => byte > 127),
  'PDF/A-3 6.1.3: an identifier and no encryption': ({ pdf }) => {
    const { ID, Encrypt } = pdf.context.trailerInfo;
    return ID instanceof PDFArray && ID.size() === 2 && String(ID.get(0)).length > 2 && !Encrypt;
  },
  'PDF/A-3 6.1.7: every stream is in the file, in no way that is patented': ({ dictionaries }) =>
    dictionaries.every(
      (dict) =>
        !dict.has(key('FFilter')) && !dict.has(key('FDecodeParms')) && dict.get(key('Filter')) !== key('LZWDecode'),
    ),
  'PDF/A-3 6.2.3: the colours are those of an embedded RGB profile': ({ catalog }) => {
    const intents = catalog.lookupMaybe(key('OutputIntents'), PDFArray);
    if (intents?.size() !== 1) return false;
    const intent = intents.lookup(0, PDFDict);
    const profile = intent.lookup(key('DestOutputProfile'));
    if (!(profile instanceof PDFRawStream) || String(profile.dict.get(key('N'))) !== '3') return false;
    const icc = Buffer.from(decodePDFRawStream(profile).decode()).toString('latin1');
    return (
      intent.get(key('S')) === key('GTS_PDFA1') &&
      intent.lookup(key('OutputConditionIdentifier')) instanceof PDFString &&
      icc.slice(16, 20) === 'RGB ' &&
      icc.slice(36, 40) === 'acsp'
    );
  },
  'PDF/A-3 6.2.4.3: no colours but those of the profile': ({ content }) =>
    [...operationsOf(content)].every(
      ({ name, args }) => !/^([gGkK]|sh)$/.test(name) && (name.toLowerCase() !== 'cs' || args[0] === '/DeviceRGB'),
    ),
  'PDF/A-3 6.2.11.3.2: glyphs are found by their own number': ({ having }) =>
    having('Subtype', 'CIDFontType2').every((font) => font.get(key('CIDToGIDMap')) === key('Identity')),
  'PDF/A-3 6.2.11.4.1: every font is in the file': ({ having }) =>
    having('Type', 'FontDescriptor').length >= 4 &&
    having('Type', 'FontDescriptor').every((font) => font.lookup(key('FontFile2')) instanceof PDFRawStream),
  'PDF/A-3 6.2.11.7.2: every glyph drawn says which letters it is': ({ pdf, having, content, at }) => {
    if (!having('Subtype', 'Type0').every((font) => font.lookup(key('ToUnicode')) instanceof PDFRawStream))
      return false;
    const fonts = fontMapsOf(pdf, at);
    let font = '';
    for (const { name, args } of operationsOf(content)) {
      if (name === 'Tf') font = args[0]!;
      const codes = name === 'TJ' ? args.flatMap((arg) => (arg[0] === '<' ? (arg.match(/\w{4}/g) ?? []) : [])) : [];
      // Zero is .notdef (6.2.11.8); the private use area has no meaning of its own (6.2.11.7.3).
      const letters = codes.map((code) => fonts.get(font)!.letters(Number.parseInt(code, 16)));
      if (/[\0\ufffd\ufeff\ufffe\ue000-\uf8ff]/.test(letters.join(''))) return false;
    }
    return true;
  },
  'PDF/A-3 6.3.2: annotations are seen and printed': ({ having }) =>
    having('Type', 'Annot').every((annotation) => String(annotation.get(key('F'))) === '4'),
  'PDF/A-3 6.4.1: no form but a signature, which looks the same everywhere': ({ catalog, having }) => {
    const form = catalog.lookupMaybe(key('AcroForm'), PDFDict);
    const fields = having('Subtype', 'Widget');
    return (
      !['NeedAppearances', 'XFA'].some((name) => form?.has(key(name))) &&
      (form?.lookup(key('Fields'), PDFArray).size() ?? 0) === fields.length &&
      fields.every((field) => field.get(key('FT')) === key('Sig') && field.has(key('AP')) && !field.has(key('A')))
    );
  },
  'PDF/A-3 6.4.3: a signature is of the page as it is': ({ catalog, having }) =>
    having('Type', 'Sig').every(
      (signature) =>
        catalog.lookupMaybe(key('Perms'), PDFDict)?.lookup(key('DocMDP')) === signature &&
        String(signature.get(key('SubFilter'))) === '/ETSI.CAdES.detached',
    ),
  'PDF/A-3 6.4 and 6.5: nothing that acts by itself': ({ catalog, dictionaries }) =>
    ['OpenAction', 'AA'].every((name) => !catalog.has(key(name))) &&
    dictionaries.every((dict) => !active.some((kind) => dict.get(key('S')) === key(kind))),
  'PDF/A-3 6.6.2.1: metadata as plain XML': ({ catalog, xmp }) => {
    const stream = catalog.lookup(key('Metadata'));
    if (!(stream instanceof PDFRawStream) || stream.dict.has(key('Filter'))) return false;
    return (
      stream.dict.get(key('Subtype')) === key('XML') &&
      xmp.startsWith('<?xpacket') &&
      xmp.endsWith('<?xpacket end="r"?>')
    );
  },
  'PDF/A-3 6.6.2.3: a schema that PDF/A lacks is described': ({ xmp }) =>
    xmp.includes('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>') &&
    ['schema', 'prefix', 'property'].every((name) => xmp.includes(`<pdfaSchema:${name}>`)) &&
    ['name', 'valueType', 'category', 'description'].every((name) => xmp.includes(`<pdfaProperty:${name}>`)),
  'PDF/A-3 6.6.4: it says that it is part 3, level A': ({ xmp }) =>
    xmp.includes('<pdfaid:part>3</pdfaid:part>') && xmp.includes('<pdfaid:conformance>A</pdfaid:conformance>'),
  'PDF/A-3 6.7.2: it says that it is tagged': ({ catalog }) =>
    String(catalog.lookupMaybe(key('MarkInfo'), PDFDict)?.get(key('Marked'))) === 'true',
  'PDF/A-3 6.7.3: it has a structure': ({ elements }) => elements[0]?.role === 'Document' && elements.length > 10,
  'PDF/A-3 6.7.4: it names its language': ({ catalog }) =>
    ['da-DK', 'en-GB'].includes(catalog.lookupMaybe(key('Lang'), PDFString)?.decodeText() ?? ''),
  'PDF/A-3 6.8: what is attached belongs to the document, and says how, what it is and when it was made': ({
    catalog,
    having,
  }) => {
    const embedded = having('Type', 'EmbeddedFile');
    const specifications = having('Type', 'Filespec');
    const associated = catalog.lookupMaybe(key('AF'), PDFArray)?.asArray() ?? [];
    const names = catalog
      .lookupMaybe(key('Names'), PDFDict)
      ?.lookupMaybe(key('EmbeddedFiles'), PDFDict)
      ?.lookupMaybe(key('Names'), PDFArray);
    return (
      embedded.length === specifications.length &&
      associated.length === specifications.length &&
      (names?.size() ?? 0) === 2 * specifications.length &&
      specifications.every(
        (each, at) =>
          catalog.lookup(key('AF'), PDFArray).lookup(at) === each &&
          names?.lookup(2 * at + 1) === each &&
          String(each.get(key('AFRelationship'))) === '/Data' &&
          ['F', 'UF', 'Desc', 'EF'].every((name) => each.has(key(name))),
      ) &&
      embedded.every(
        (each) =>
          // A name in which the slash is written by its number.
          String(each.get(key('Subtype'))) === '/application#2Fld+json' &&
          each.lookupMaybe(key('Params'), PDFDict)?.has(key('ModDate')) === true,
      )
    );
  },
  'PDF/A-3 6.9: no layers': ({ catalog }) => !catalog.has(key('OCProperties')),
};
