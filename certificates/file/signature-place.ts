import { PDFArray, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import type { StructureTree } from './structure-tree.ts';

/** The description of a signature, and how many bytes its CMS may take. */
export type SignaturePlace = { at: Date; signer: string; reason: string; label: string; spoken: string; room: number };

// A placeholder with as many digits as any real position in the file.
const unknown = 9_999_999_999;

/** The bytes to reserve: the whole certificates, then names, attributes and the signature, and the timestamp. */
export const roomFor = ({ certificates }: SigningKey, forStamp: number): number =>
  certificates.reduce((sum, { length }) => sum + length, 1536 + forStamp);

export const emptyRange = `/ByteRange [ 0 ${unknown} ${unknown} ${unknown} ]`;

/**
 * Adds the field, its structure element and an empty signature, so that signing only fills in bytes: ISO 32000-1, 12.8.
 * The signature is certifying and permits no change (DocMDP, P 1). PAdES (EN 319 142-1) demands the time in M.
 */
export function placeSignature(pdf: PDFDocument, tree: StructureTree, place: SignaturePlace): void {
  const { context, catalog } = pdf;
  const page = tree.page();
  const field = context.nextRef();
  const look = context.register(
    context.stream(new Uint8Array(0), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0], Resources: {} }),
  );
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, unknown, unknown, unknown],
      Contents: PDFHexString.of('0'.repeat(place.room * 2)),
      M: PDFString.fromDate(place.at),
      Name: PDFHexString.fromText(place.signer),
      Reason: PDFHexString.fromText(place.reason),
      Reference: [
        { Type: 'SigRef', TransformMethod: 'DocMDP', TransformParams: { Type: 'TransformParams', P: 1, V: '1.2' } },
      ],
    } as never),
  );
  context.assign(
    field,
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('Udsteder'),
      TU: PDFHexString.fromText(place.label),
      // No area, because the signature is invisible and only read aloud. Printed, because PDF/A demands that of every
      // annotation.
      Rect: [0, 0, 0, 0],
      F: 4,
      P: page.ref,
      AP: { N: look },
      V: signature,
    } as never),
  );
  // We do not use addAnnot, because it would rewrite the page.
  page.node.lookup(PDFName.of('Annots'), PDFArray).push(field);
  tree.element('Form', tree.document, (self) => [tree.annotation(self, field)], {
    Alt: PDFHexString.fromText(place.spoken),
  });
  catalog.set(PDFName.of('AcroForm'), context.register(context.obj({ Fields: [field], SigFlags: 3 })));
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signature }));
}
