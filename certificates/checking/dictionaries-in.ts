import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** Every dictionary of the file, also those inside others. */
export function dictionariesIn({ context }: PDFDocument): PDFDict[] {
  const found = new Set<PDFDict>();
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFArray) waiting.push(...object.asArray());
    if (object instanceof PDFStream) waiting.push(object.dict);
    if (!(object instanceof PDFDict)) continue;
    found.add(object);
    waiting.push(...object.values());
  }
  return [...found];
}
