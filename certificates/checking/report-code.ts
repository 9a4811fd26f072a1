import { PDFDict, type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { dictionariesIn } from './dictionaries-in.ts';

const key = (name: string) => PDFName.of(name);

/**
 * The code of a report, if the file is one: it has several pages and one link, to the check page of reports. What stands on the
 * pages is not read: a report is known by its bytes, which the register keeps.
 */
export function reportCodeOf(pdf: PDFDocument): string | undefined {
  if (pdf.getPageCount() < 2) return undefined;
  const links = dictionariesIn(pdf).filter((each) => each.get(key('Subtype')) === key('Link'));
  const uri = links.length === 1 ? links[0]!.lookupMaybe(key('A'), PDFDict)?.lookup(key('URI')) : undefined;
  if (!(uri instanceof PDFString)) return undefined;
  return /\/r\/([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)(?:\?lang=en)?$/.exec(uri.decodeText())?.[1];
}
