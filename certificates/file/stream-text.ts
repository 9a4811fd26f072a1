import { decodePDFRawStream, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** The content of a stream, one character per byte; undefined if the object is not a stream. */
export function streamText(object: PDFObject | undefined): string | undefined {
  if (!(object instanceof PDFRawStream)) return undefined;
  return Buffer.from(streamBytes(object)).toString('latin1');
}

/** The content of a stream, unpacked. */
export const streamBytes = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode();
