import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';

type Kids = (self: PDFRef) => PDFObject[];
export type StructureTree = ReturnType<typeof addStructureTree>;

/** The structure tree of a one-page document; `close` writes what was collected. */
export function addStructureTree(pdf: PDFDocument) {
  const { context, catalog } = pdf;
  const page = pdf.getPage(0);
  const root = context.nextRef();
  const document = context.nextRef();
  const top: PDFRef[] = [];
  // Indexed by the number of the marked content, and by the number of the annotation.
  const contentOwners: PDFRef[] = [];
  const annotationOwners: PDFRef[] = [];

  function element(role: string, parent: PDFRef, kids: Kids, more: Record<string, PDFObject | object> = {}): PDFRef {
    const self = context.nextRef();
    const K = kids(self);
    context.assign(self, context.obj({ Type: 'StructElem', S: role, P: parent, Pg: page.ref, K, ...more } as never));
    if (parent === document) top.push(self);
    return self;
  }

  /** A new number for marked content that belongs to the element. */
  const marked = (owner: PDFRef): number => contentOwners.push(owner) - 1;

  /** Links an annotation to the structure element that describes it. Key 0 of the parent tree is the page itself. */
  function annotation(owner: PDFRef, ref: PDFRef): PDFObject {
    context.lookup(ref, PDFDict).set(PDFName.of('StructParent'), PDFNumber.of(annotationOwners.push(owner)));
    return context.obj({ Type: 'OBJR', Obj: ref, Pg: page.ref });
  }

  function close(): void {
    const numbers = [0, context.register(context.obj(contentOwners))];
    annotationOwners.forEach((owner, at) => numbers.push(at + 1, owner));
    context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: top }));
    context.assign(
      root,
      context.obj({
        Type: 'StructTreeRoot',
        K: [document],
        ParentTree: context.register(context.obj({ Nums: numbers })),
        ParentTreeNextKey: 1 + annotationOwners.length,
      }),
    );
    catalog.set(PDFName.of('StructTreeRoot'), root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(0));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }

  return { document, element, marked, annotation, close };
}
