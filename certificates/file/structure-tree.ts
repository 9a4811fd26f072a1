import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

type Kids = (self: PDFRef) => PDFObject[];
export type StructureTree = ReturnType<typeof addStructureTree>;

/**
 * The structure tree of a document. Elements are added to one page after the other (`turnTo`), and each lies on one page;
 * `close` writes what was collected.
 */
export function addStructureTree(pdf: PDFDocument) {
  const { context, catalog } = pdf;
  const pages = pdf.getPages();
  const root = context.nextRef();
  const document = context.nextRef();
  const top: PDFRef[] = [];
  let current = 0;
  // Indexed by the page and the number of the marked content on it, and by the number of the annotation.
  const contentOwners: PDFRef[][] = pages.map(() => []);
  const annotationOwners: PDFRef[] = [];
  const page = (): PDFPage => pages[current]!;

  function turnTo(number: number): void {
    current = number;
  }

  function element(role: string, parent: PDFRef, kids: Kids, more: Record<string, PDFObject | object> = {}): PDFRef {
    const self = context.nextRef();
    const K = kids(self);
    context.assign(self, context.obj({ Type: 'StructElem', S: role, P: parent, Pg: page().ref, K, ...more } as never));
    if (parent === document) top.push(self);
    return self;
  }

  /** A new number for marked content of this page that belongs to the element. */
  const marked = (owner: PDFRef): number => contentOwners[current]!.push(owner) - 1;

  /** Links an annotation to the structure element that describes it. The first keys of the parent tree are the pages. */
  function annotation(owner: PDFRef, ref: PDFRef): PDFObject {
    const number = pages.length - 1 + annotationOwners.push(owner);
    context.lookup(ref, PDFDict).set(PDFName.of('StructParent'), PDFNumber.of(number));
    return context.obj({ Type: 'OBJR', Obj: ref, Pg: page().ref });
  }

  function close(): void {
    const numbers = contentOwners.flatMap((owners, at) => [at, context.register(context.obj(owners))]);
    annotationOwners.forEach((owner, at) => numbers.push(pages.length + at, owner));
    context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: top }));
    context.assign(
      root,
      context.obj({
        Type: 'StructTreeRoot',
        K: [document],
        ParentTree: context.register(context.obj({ Nums: numbers })),
        ParentTreeNextKey: pages.length + annotationOwners.length,
      }),
    );
    catalog.set(PDFName.of('StructTreeRoot'), root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    pages.forEach(({ node }, at) => {
      node.set(PDFName.of('StructParents'), PDFNumber.of(at));
      node.set(PDFName.of('Tabs'), PDFName.of('S'));
    });
  }

  return { document, page, turnTo, element, marked, annotation, close };
}
