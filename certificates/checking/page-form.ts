import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { streamText } from '#certificates/file/stream-text.ts';
import { dictionariesIn } from './dictionaries-in.ts';
import { type FlawReason, must } from './flaw.ts';

const key = (name: string) => PDFName.of(name);
const a4 = [0, 0, 595.28, 841.89];

const ofCatalog = [
  ...['Type', 'Pages', 'Names', 'Lang', 'ViewerPreferences', 'Metadata', 'OutputIntents', 'StructTreeRoot'],
  ...['MarkInfo', 'AF', 'AcroForm', 'Perms'],
];
const ofPage = [
  ...['Type', 'Parent', 'MediaBox', 'Contents', 'Resources', 'Annots', 'UserUnit', 'StructParents', 'Tabs'],
];
const ofResources = ['ProcSet', 'ExtGState', 'ColorSpace', 'Font'];
const ofLink = ['Type', 'Subtype', 'A', 'Rect', 'Border', 'F', 'Contents', 'StructParent'];
const ofField = [...['Type', 'Subtype', 'FT', 'T', 'TU', 'Rect', 'F', 'P', 'AP', 'V', 'StructParent']];

/**
 * Refuses everything in the file's frame that we do not write: another page, a page that is turned or cropped, anything
 * but our one link and the signature field, which has no area and no look. Returns where the link leads.
 */
export function linkOnPage(pdf: PDFDocument): { uri: string; alt: string } {
  const { context, catalog } = pdf;
  hasOnly(catalog, ofCatalog, 'more-than-we-write');
  const pages = catalog.lookup(key('Pages'), PDFDict);
  hasOnly(pages, ['Type', 'Count', 'Kids'], 'page-turned-or-cropped');
  must(pdf.getPageCount() === 1 && pages.lookup(key('Kids'), PDFArray).size() === 1, 'no-number-and-code');
  const page = pdf.getPage(0).node;
  hasOnly(page, ofPage, 'page-turned-or-cropped');
  const isA4 = numbersIn(page, 'MediaBox').every((side, at) => Math.abs(side - a4[at]!) < 0.01);
  const unit = page.lookupMaybe(key('UserUnit'), PDFNumber)?.asNumber() ?? 1;
  must(isA4 && unit === 1, 'page-turned-or-cropped');
  refuseResources(page.lookup(key('Resources'), PDFDict));
  const annotations = page.lookup(key('Annots'), PDFArray);
  const [link, field, ...more] = annotations.asArray().map((each) => context.lookup(each, PDFDict));
  must(link && more.length === 0, 'annotation-added');
  // Annotations that no page names are refused too: a reader may find them by another way.
  const everywhere = dictionariesIn(pdf).filter((each) => isAnnotation(each));
  must(everywhere.length === annotations.size(), 'annotation-added');
  if (field) refuseLook(field);
  return targetOf(link);
}

/** Our link leads to one address, and that is all it does. */
function targetOf(link: PDFDict): { uri: string; alt: string } {
  must(link.get(key('Subtype')) === key('Link'), 'annotation-added');
  hasOnly(link, ofLink, 'annotation-added');
  must(
    numbersIn(link, 'Border').every((side) => side === 0),
    'annotation-added',
  );
  const action = link.lookup(key('A'), PDFDict);
  hasOnly(action, ['Type', 'S', 'URI'], 'link-elsewhere');
  const uri = action.lookup(key('URI'));
  must(action.get(key('S')) === key('URI') && uri instanceof PDFString, 'link-elsewhere');
  return { uri: uri.decodeText(), alt: textIn(link, 'Contents') };
}

/** The field of the signature is heard and not seen: ISO 32000-1, 12.7.4.5. */
function refuseLook(field: PDFDict): void {
  must(field.get(key('Subtype')) === key('Widget') && field.get(key('FT')) === key('Sig'), 'annotation-added');
  hasOnly(field, ofField, 'annotation-added');
  const look = field.lookup(key('AP'), PDFDict);
  hasOnly(look, ['N'], 'signature-visible');
  const normal = look.lookup(key('N'));
  must(normal instanceof PDFStream && streamText(normal)?.trim() === '', 'signature-visible');
  must(
    [...numbersIn(field, 'Rect'), ...numbersIn(normal.dict, 'BBox')].every((side) => side === 0),
    'signature-visible',
  );
}

/** Fonts, and a graphics state that makes everything opaque: no pictures, patterns, shadings, layers or transparency. */
function refuseResources(resources: PDFDict): void {
  hasOnly(resources, ofResources, 'drawn-otherwise');
  must((resources.lookupMaybe(key('ColorSpace'), PDFDict)?.keys() ?? []).length === 0, 'drawn-otherwise');
  const states = resources.lookupMaybe(key('ExtGState'), PDFDict);
  for (const name of states?.keys() ?? []) {
    const state = states!.lookup(name, PDFDict);
    hasOnly(state, ['Type', 'ca', 'CA'], 'drawn-otherwise');
    for (const opacity of ['ca', 'CA'])
      must((state.lookupMaybe(key(opacity), PDFNumber)?.asNumber() ?? 1) === 1, 'drawn-otherwise');
  }
}

const kindsOfAnnotation = new Set(
  [
    ...['Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline'],
    ...['Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'FileAttachment', 'Sound', 'Movie', 'Widget'],
    ...['Screen', 'PrinterMark', 'TrapNet', 'Watermark', '3D', 'Redact', 'RichMedia', 'Projection'],
  ].map(key),
);
const isAnnotation = (dict: PDFDict) => {
  const kind = dict.get(key('Subtype'));
  return dict.get(key('Type')) === key('Annot') || (kind instanceof PDFName && kindsOfAnnotation.has(kind));
};

function hasOnly(dict: PDFDict, names: readonly string[], otherwise: FlawReason): void {
  for (const name of dict.keys()) must(names.includes(name.decodeText()), otherwise);
}

const numbersIn = (dict: PDFDict, name: string): number[] =>
  dict
    .lookup(key(name), PDFArray)
    .asArray()
    .map((each) => (each instanceof PDFNumber ? each.asNumber() : Number.NaN));

/** A text of the file's own words for people who cannot see it; empty if there is none. */
export function textIn(dict: PDFDict, name: string): string {
  const text = dict.lookup(key(name));
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : '';
}
