import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { attachBadge } from '#certificates/badge/badge-file.ts';
import type { Meaning } from '#certificates/drawing/meaning.ts';
import { fontMapsOf } from './font-maps.ts';
import { readContent } from './read-content.ts';
import { roomFlawOf } from './room-flaw.ts';
import { placeSignature, type SignaturePlace } from './signature-place.ts';
import { streamText } from './stream-text.ts';
import { addStructureTree } from './structure-tree.ts';
import { tagPage } from './tag-page.ts';
import { type FileDescription, xmpOf } from './xmp.ts';

type Finished = { ok: true; bytes: Uint8Array } | { ok: false; flaw: string };

const key = (name: string) => PDFName.of(name);

/** A drawing as it comes back: one page, or what each page means. */
type Meant = { meaning: Meaning[]; file: FileDescription } | { pages: Meaning[][]; file: FileDescription };

/**
 * Reads a drawing back and makes it an accessible file for archives: PDF/UA-1 and PDF/A-3, level A. If a page is too
 * full, a flaw is returned; if the drawing says anything other than it means, it throws.
 */
export async function finishDrawing(
  drawn: Uint8Array,
  { file, ...meant }: Meant,
  place?: SignaturePlace,
  badge?: { json: string; description: string },
): Promise<Finished> {
  const pages = 'pages' in meant ? meant.pages : [meant.meaning];
  const pdf = await PDFDocument.load(drawn, { updateMetadata: false });
  if (pdf.getPageCount() !== pages.length) return { ok: false, flaw: `it takes ${pdf.getPageCount()} pages` };
  const tree = addStructureTree(pdf);
  const all: string[] = [];
  for (const [at, meaning] of pages.entries()) {
    const page = pdf.getPage(at);
    const contents = page.node.get(key('Contents')) as PDFRef;
    const content = streamText(pdf.context.lookup(contents));
    if (content === undefined) throw new Error('one content stream was expected');
    if (!meaning.some(({ role }) => role === 'Link') && page.node.Annots()?.size())
      throw new Error(`a link is drawn on page ${at + 1}, and none is meant`);
    const stretches = readContent(content, fontMapsOf(pdf, at));
    const flaw = roomFlawOf(stretches, page.getSize());
    if (flaw) return { ok: false, flaw };
    tree.turnTo(at);
    const marked = tagPage(pdf, tree, { content, stretches, meaning });
    pdf.context.assign(contents, pdf.context.flateStream(Buffer.from(marked, 'latin1')));
    all.push(marked);
  }
  if (place) placeSignature(pdf, tree, place);
  tree.close();
  if (badge) attachBadge(pdf, { ...badge, at: file.at });
  describe(pdf, file);
  const said = 'pages' in meant ? meant.pages : meant.meaning;
  identify(pdf, ...all, JSON.stringify([said, file]), badge?.json ?? '');
  const bytes = await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  return { ok: true, bytes };
}

/**
 * Writes XMP that agrees with Info, because react-pdf writes its own XMP and uses a name for the date that is in no
 * standard.
 */
function describe({ context, catalog }: PDFDocument, file: FileDescription): void {
  const metadata = catalog.get(key('Metadata'));
  if (!(metadata instanceof PDFRef)) throw new Error('the drawing has no metadata');
  // PDF/A demands uncompressed metadata.
  context.assign(metadata, context.stream(Buffer.from(xmpOf(file), 'utf8'), { Type: 'Metadata', Subtype: 'XML' }));
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.delete(key('ModificationDate'));
  info.set(key('ModDate'), PDFString.fromDate(file.at));
}

/** Makes the file's id from its contents and not from the clock, so that the same certificate gives the same file. */
function identify({ context }: PDFDocument, ...contents: string[]): void {
  const hash = createHash('sha256');
  for (const each of contents) hash.update(each);
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}
