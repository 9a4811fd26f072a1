import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

export const key = (name: string) => PDFName.of(name);

/** A PDF laid open for rules and mutants, at one of its pages. */
export async function openPdf(bytes: Uint8Array, at = 0) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = pdf;
  const page = pdf.getPage(at).node;
  const dictionaries = context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFStream ? object.dict : object))
    .filter((object): object is PDFDict => object instanceof PDFDict);
  const having = (name: string, value: string) => dictionaries.filter((each) => each.get(key(name)) === key(value));
  const metadata = context.lookup(catalog.get(key('Metadata')));
  return {
    bytes,
    pdf,
    catalog,
    page,
    dictionaries,
    having,
    content: Buffer.from(
      decodePDFRawStream(context.lookup(page.get(key('Contents'))) as PDFRawStream).decode(),
    ).toString('latin1'),
    xmp: metadata instanceof PDFRawStream ? Buffer.from(metadata.getContents()).toString('utf8') : '',
    at,
    elements: elementsOf(pdf, pdf.getPage(at).ref),
  };
}

export type OpenPdf = Awaited<ReturnType<typeof openPdf>>;
export type Element = {
  ref: PDFRef;
  dict: PDFDict;
  role: string;
  parent: PDFRef;
  kids: Element[];
  content: number[];
  objects: PDFRef[];
};

/** The structure in reading order, each element before what it holds; its content is what lies on the page. */
function elementsOf({ context, catalog }: PDFDocument, page: PDFRef): Element[] {
  const found: Element[] = [];
  const root = catalog.get(key('StructTreeRoot'));
  const walk = (ref: PDFRef, parent: PDFRef): Element => {
    const dict = context.lookup(ref, PDFDict);
    const element: Element = {
      ref,
      dict,
      role: dict.lookup(key('S'), PDFName).decodeText(),
      parent,
      kids: [],
      content: [],
      objects: [],
    };
    found.push(element);
    for (const kid of dict.lookup(key('K'), PDFArray).asArray()) {
      if (kid instanceof PDFRef) element.kids.push(walk(kid, ref));
      else if (kid instanceof PDFDict) element.objects.push(kid.get(key('Obj')) as PDFRef);
      else if (dict.get(key('Pg')) === page) element.content.push(Number(String(kid)));
    }
    return element;
  };
  if (root instanceof PDFRef)
    for (const kid of context.lookup(root, PDFDict).lookup(key('K'), PDFArray).asArray()) walk(kid as PDFRef, root);
  return found;
}

/** The numbers of a number tree and what they lead to. */
export function parentTreeOf({ pdf, catalog }: OpenPdf): Map<number, PDFArray | PDFRef> {
  const tree = pdf.context.lookup(catalog.get(key('StructTreeRoot')), PDFDict).lookupMaybe(key('ParentTree'), PDFDict);
  const flat = tree?.lookup(key('Nums'), PDFArray).asArray() ?? [];
  const pairs = new Map<number, PDFArray | PDFRef>();
  for (let at = 0; at < flat.length; at += 2) {
    const target = pdf.context.lookup(flat[at + 1]);
    pairs.set(Number(String(flat[at])), target instanceof PDFArray ? target : (flat[at + 1] as PDFRef));
  }
  return pairs;
}
