import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { create, type FontkitFont } from 'fontkit';
import { faces, nameOfFace, readFace } from '#certificates/drawing/font-files.ts';
import type { FontMap } from '#certificates/file/font-maps.ts';
import { streamBytes } from '#certificates/file/stream-text.ts';
import { must } from './flaw.ts';
import type { MarkedText } from './marked-page.ts';

const key = (name: string) => PDFName.of(name);
const ofFont = ['Type', 'Subtype', 'BaseFont', 'Encoding', 'DescendantFonts', 'ToUnicode'];
let ownFaces: Promise<Map<string, FontkitFont>> | undefined;

/**
 * Compares each drawn glyph with the letter that the file says it is, in our own copy of the face. A file could
 * otherwise show one name and have another one read, searched for and copied.
 */
export async function refuseMisreadGlyphs(
  pdf: PDFDocument,
  texts: readonly MarkedText[],
  maps: Map<string, FontMap>,
): Promise<void> {
  const fonts = pdf.getPage(0).node.Resources()!.lookup(key('Font'), PDFDict);
  const used = new Map<string, Set<number>>();
  for (const { font, codes } of texts) used.set(font, new Set([...(used.get(font) ?? []), ...codes]));
  for (const [name, codes] of used) {
    if (name === '') continue;
    const { own, embedded } = await facesOf(fonts.lookup(PDFName.of(name.slice(1)), PDFDict));
    const { letters, width } = maps.get(name)!;
    for (const code of codes) {
      const drawn = embedded.getGlyph(code);
      const meant = glyphOf(own, letters(code));
      must(drawn && meant && outlineOf(drawn) === outlineOf(meant), 'reads-otherwise');
      must(Math.abs((meant.advanceWidth / own.unitsPerEm) * 1000 - width(code)) < 1, 'drawn-otherwise');
    }
  }
}

/** The face as embedded in the file, and our copy of it. */
async function facesOf(font: PDFDict): Promise<{ own: FontkitFont; embedded: FontkitFont }> {
  for (const each of font.keys()) must(ofFont.includes(each.decodeText()), 'drawn-otherwise');
  must(font.get(key('Subtype')) === key('Type0'), 'drawn-otherwise');
  must(font.get(key('Encoding')) === key('Identity-H'), 'reads-otherwise');
  const [descendant, ...more] = font.lookup(key('DescendantFonts'), PDFArray).asArray();
  const kind = pdfDict(font, descendant);
  must(kind && more.length === 0 && kind.get(key('Subtype')) === key('CIDFontType2'), 'drawn-otherwise');
  must(kind.get(key('CIDToGIDMap')) === key('Identity'), 'reads-otherwise');
  const file = kind.lookup(key('FontDescriptor'), PDFDict).lookup(key('FontFile2'));
  must(file instanceof PDFRawStream, 'drawn-otherwise');
  const [, name = ''] = /^[A-Z]{6}\+(.+)$/.exec(font.lookup(key('BaseFont'), PDFName).decodeText()) ?? [];
  ownFaces ??= readOwnFaces();
  const own = (await ownFaces).get(name);
  must(own, 'drawn-otherwise');
  return { own, embedded: create(streamBytes(file)) };
}

const pdfDict = (font: PDFDict, object: unknown): PDFDict | undefined => {
  const found = font.context.lookup(object as never);
  return found instanceof PDFDict ? found : undefined;
};

/** Our own faces, by the names that a file gives them. They are read once. */
async function readOwnFaces(): Promise<Map<string, FontkitFont>> {
  const fonts = await Promise.all(
    faces.map(async ([family, , style]) => create(await readFace(nameOfFace(family, style)))),
  );
  return new Map(fonts.map((font) => [font.postscriptName, font]));
}

/** The glyph that our face draws for a letter, or for letters that it draws as one. */
function glyphOf(face: FontkitFont, letters: string) {
  const [point, ...more] = [...letters].map((letter) => letter.codePointAt(0)!);
  if (point === undefined) return undefined;
  if (more.length === 0) return face.hasGlyphForCodePoint(point) ? face.glyphForCodePoint(point) : undefined;
  const { glyphs } = face.layout(letters);
  return glyphs.length === 1 ? glyphs[0] : undefined;
}

const outlineOf = ({ path }: { path: { toSVG(): string } }) => path.toSVG();
