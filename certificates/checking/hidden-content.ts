import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { dictionariesIn } from './dictionaries-in.ts';
import { must } from './flaw.ts';

const key = (name: string) => PDFName.of(name);
const keys = (...names: string[]) => new Set(names.map(key));

const acting = keys('JS', 'JavaScript', 'OpenAction', 'AA', 'XFA', 'RichMedia', 'Launch');
const actions = keys(
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'ResetForm', 'GoToR', 'GoToE', 'Named'],
  ...['Rendition', 'Movie', 'Sound', 'Hide', 'RichMediaExecute', 'Trans', 'GoTo3DView'],
);
const layering = keys('OCProperties', 'OC', 'OCGs');

/**
 * Refuses active content and content that can be switched on or off, anywhere in the file. Compressed objects have
 * already been unpacked.
 */
export function refuseHidden(document: PDFDocument): void {
  for (const dict of dictionariesIn(document)) {
    const does = dict.get(key('S'));
    const type = dict.get(key('Type'));
    for (const name of dict.keys()) {
      must(!acting.has(name), 'active-content');
      must(!layering.has(name), 'layers');
    }
    must(!(does instanceof PDFName && actions.has(does)), 'active-content');
    must(does !== key('SetOCGState') && type !== key('OCG') && type !== key('OCMD'), 'layers');
  }
}

/** Returns the only signature, which must be certifying and permit no change: ISO 32000-1, 12.8.2.2. */
export function certifyingSignature({ context, catalog }: PDFDocument): PDFDict {
  const signature = catalog.lookupMaybe(key('Perms'), PDFDict)?.lookupMaybe(key('DocMDP'), PDFDict);
  const [reference, ...others] = signature?.lookupMaybe(key('Reference'), PDFArray)?.asArray() ?? [];
  const one = context.lookup(reference);
  must(signature && one instanceof PDFDict && others.length === 0, 'changes-permitted');
  const permits = one.lookupMaybe(key('TransformParams'), PDFDict)?.lookupMaybe(key('P'), PDFNumber)?.asNumber();
  must(one.get(key('TransformMethod')) === key('DocMDP') && permits === 1, 'changes-permitted');
  must(signature.get(key('SubFilter')) === key('ETSI.CAdES.detached'), 'not-one-signature');
  const fields = catalog.lookupMaybe(key('AcroForm'), PDFDict)?.lookupMaybe(key('Fields'), PDFArray);
  must(fields?.size() === 1 && fields.lookup(0, PDFDict).lookup(key('V')) === signature, 'not-one-signature');
  return signature;
}
