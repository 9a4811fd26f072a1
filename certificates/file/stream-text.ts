import { decodePDFRawStream, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** What a stream holds, a letter for each byte; undefined when it is no stream. */
export function streamText(object: PDFObject | undefined): string | undefined {
  if (!(object instanceof PDFRawStream)) return undefined;
  return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
}
