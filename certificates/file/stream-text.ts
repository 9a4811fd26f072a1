import { decodePDFRawStream, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** The content of a stream, one character per byte; undefined if the object is not a stream. */
export function streamText(object: PDFObject | undefined): string | undefined {
  if (!(object instanceof PDFRawStream)) return undefined;
  return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
}
