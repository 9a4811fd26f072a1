import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { Flaw, must } from '#certificates/checking/flaw.ts';

const key = (name: string) => PDFName.of(name);
const fileName = 'open-badge.json';
const mediaType = 'application/ld+json';
/** Many times the size of a badge. */
export const largestBadge = 100_000;

/** Puts the badge into the file as an associated file: ISO 19005-3, 6.8, with its relationship and media type. */
export function attachBadge(pdf: PDFDocument, badge: { json: string; description: string; at: Date }): void {
  const { context, catalog } = pdf;
  const bytes = Buffer.from(badge.json, 'utf8');
  // The format demands MD5 here; the protection comes from the signature.
  const CheckSum = PDFHexString.of(createHash('md5').update(bytes).digest('hex'));
  const embedded = context.register(
    context.flateStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mediaType,
      Params: { Size: bytes.length, ModDate: PDFString.fromDate(badge.at), CheckSum },
    }),
  );
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(fileName),
      UF: PDFHexString.fromText(fileName),
      Desc: PDFHexString.fromText(badge.description),
      AFRelationship: 'Data',
      EF: { F: embedded, UF: embedded },
    }),
  );
  catalog.set(key('AF'), context.obj([specification]));
  catalog.set(key('Names'), context.obj({ EmbeddedFiles: { Names: [PDFString.of(fileName), specification] } }));
}

/** The badge attached to a file; undefined if nothing is attached. Any other attachment is a flaw. */
export function attachedBadge({ context, catalog }: PDFDocument): string | undefined {
  const associated = catalog.lookupMaybe(key('AF'), PDFArray);
  const names = catalog.lookupMaybe(key('Names'), PDFDict)?.lookupMaybe(key('EmbeddedFiles'), PDFDict);
  const files = context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(key('Type')) === key('Filespec'));
  if (!associated && !names && files.length === 0) return undefined;
  const named = names?.lookupMaybe(key('Names'), PDFArray);
  must(associated?.size() === 1 && named?.size() === 2 && files.length === 1, 'credential-unreadable');
  must(associated.get(0) === named.get(1) && files[0]![0] === named.get(1), 'credential-unreadable');
  const stream = associated.lookup(0, PDFDict).lookupMaybe(key('EF'), PDFDict)?.lookup(key('F'));
  must(
    stream instanceof PDFRawStream && stream.dict.get(key('Filter')) === key('FlateDecode'),
    'credential-unreadable',
  );
  return unpacked(stream.getContents());
}

/** Stops unpacking at the largest size of a badge, whatever size the compressed data claims. */
function unpacked(packed: Uint8Array): string {
  try {
    return inflateSync(packed, { maxOutputLength: largestBadge }).toString('utf8');
  } catch {
    throw new Flaw('credential-unreadable');
  }
}
