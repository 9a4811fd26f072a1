import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Meaning } from '#certificates/drawing/meaning.ts';
import { drawnWords, type TakenRun } from './drawn-words.ts';
import type { ContentPart } from './read-content.ts';
import type { StructureTree } from './structure-tree.ts';

const key = (name: string) => PDFName.of(name);
const spoken = (text: string) => PDFHexString.fromText(text);
const artifact = '/Artifact BMC\n';
const furniture = '/Artifact <</Type /Pagination>> BDC\n';

/**
 * Gives a page its structure (PDF/UA-1) and returns its content with the marks in it. Text is matched word for word
 * with the meaning, so we never make a file that prints anything other than it says. Drawings are what their canvas
 * declared.
 */
export function tagPage(
  pdf: PDFDocument,
  tree: StructureTree,
  { content, stretches, meaning }: { content: string; stretches: ContentPart[]; meaning: readonly Meaning[] },
): string {
  const drawn = drawnWords(stretches);
  const marks = new Map<ContentPart, string>();

  /** Marks stretches of text as belonging to an element. */
  const owned = (tag: string, owner: PDFRef, taken: TakenRun[]) =>
    taken.map(({ run, lostSpace }) => {
      const number = tree.marked(owner);
      const span = lostSpace ? `/Span <</ActualText ${spoken(`${run.text.trimEnd()} `)}>> BDC\n` : '';
      marks.set(run, `/${tag} <</MCID ${number}>> BDC\n${span}`);
      return PDFNumber.of(number);
    });

  for (const said of meaning) {
    switch (said.role) {
      case 'L':
        tree.element(
          'L',
          tree.document,
          (list) =>
            said.items.map(({ label, body }) =>
              tree.element('LI', list, (item) => [
                tree.element('Lbl', item, (self) => owned('Lbl', self, drawn.takeText(label))),
                tree.element('LBody', item, (self) => owned('LBody', self, drawn.takeText(body))),
              ]),
            ),
          { A: { O: 'List', ListNumbering: 'None' } },
        );
        break;
      case 'Table': {
        const header = (scope: 'Column' | 'Row', row: PDFRef, text: string) =>
          tree.element('TH', row, (self) => owned('TH', self, drawn.takeText(text)), {
            A: { O: 'Table', Scope: scope },
          });
        tree.element(
          'Table',
          tree.document,
          (table) => [
            tree.element('TR', table, (row) => said.head.map((text) => header('Column', row, text))),
            ...said.rows.map(([first, ...cells]) =>
              tree.element('TR', table, (row) => [
                header('Row', row, first!),
                ...cells.map((text) => tree.element('TD', row, (self) => owned('TD', self, drawn.takeText(text)))),
              ]),
            ),
          ],
          { A: { O: 'Table', Summary: spoken(said.summary) } },
        );
        break;
      }
      case 'Furniture':
        for (const { run } of said.texts.flatMap(drawn.takeText)) marks.set(run, furniture);
        break;
      case 'Figure': {
        const ink = drawn.takeFigure();
        const BBox = ink.box.map((side) => Number(side.toFixed(2)));
        tree.element(
          'Figure',
          tree.document,
          (self) => {
            const number = tree.marked(self);
            marks.set(ink, `/Figure <</MCID ${number}>> BDC\n`);
            return [PDFNumber.of(number)];
          },
          { Alt: spoken(said.alt), A: { O: 'Layout', Placement: 'Block', BBox } },
        );
        break;
      }
      case 'Link':
        tree.element('P', tree.document, (paragraph) => [
          tree.element('Link', paragraph, (self) => [
            ...owned('Link', self, said.lines.flatMap(drawn.takeText)),
            tree.annotation(self, linkTo(pdf, tree.page(), said.uri, said.alt)),
          ]),
        ]);
        break;
      default:
        tree.element(said.role, tree.document, (self) => owned(said.role, self, drawn.takeSentence(said.texts)));
    }
  }
  drawn.mustBeEmpty();
  return markedContent(content, stretches, marks);
}

/** Whatever belongs to no element must be ornament or white space. */
function markedContent(content: string, stretches: ContentPart[], marks: Map<ContentPart, string>): string {
  let out = '';
  let at = 0;
  for (const stretch of stretches) {
    const mark = marks.get(stretch) ?? artifact;
    const from = stretch.kind === 'text' ? stretch.start : stretch.body;
    const open = mark.split(/B[DM]C/).length - 1;
    out += content.slice(at, stretch.start) + mark + content.slice(from, stretch.end) + '\nEMC\n'.repeat(open);
    at = stretch.end;
  }
  return out + content.slice(at);
}

/** The page's only link, with alternative text for people who cannot see it. */
function linkTo(pdf: PDFDocument, page: PDFPage, uri: string, alt: string): PDFRef {
  const [ref, ...others] = (page.node.Annots()?.asArray() ?? []) as PDFRef[];
  const link = ref && pdf.context.lookup(ref, PDFDict);
  const target = link?.lookup(key('A'), PDFDict).lookup(key('URI'));
  if (!ref || !link || others.length > 0 || !(target instanceof PDFString) || target.decodeText() !== uri)
    throw new Error(`the links drawn are not the one meant: ${uri}`);
  link.set(key('Contents'), spoken(alt));
  return ref;
}
