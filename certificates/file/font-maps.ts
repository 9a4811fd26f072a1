import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFNumber } from '@cantoo/pdf-lib';
import { streamText } from './stream-text.ts';

/** The text of each glyph of an embedded font, and its width in thousandths of the type size. */
export type FontMap = { letters: (code: number) => string; width: (code: number) => number };

const key = (name: string) => PDFName.of(name);
const unknown = '\ufffd';

/** The fonts of a page, by the names used in its content. */
export function fontMapsOf(pdf: PDFDocument, page = 0): Map<string, FontMap> {
  const fonts = pdf.getPage(page).node.Resources()!.lookup(key('Font'), PDFDict);
  return new Map(
    fonts.entries().map(([name, ref]) => [name.asString(), fontMapOf(pdf.context.lookup(ref, PDFDict), name)]),
  );
}

function fontMapOf(font: PDFDict, name: PDFName): FontMap {
  const cmap = streamText(font.lookup(key('ToUnicode')));
  if (cmap === undefined) throw new Error(`font ${name.asString()} has no ToUnicode`);
  const letters = lettersOf(cmap);
  // As pdfkit writes them: [0 [w0 w1 …]]
  const [, listed] = font
    .lookup(key('DescendantFonts'), PDFArray)
    .lookup(0, PDFDict)
    .lookup(key('W'), PDFArray)
    .asArray();
  const widths = (listed as PDFArray).asArray().map((width) => (width as PDFNumber).asNumber());
  return {
    // Glyph 0 is the empty box drawn for a letter that the face lacks.
    letters: (code) => (code > 0 && letters.get(code)) || unknown,
    width: (code) => widths[code] ?? 0,
  };
}

const range = /<(\w{4})>\s*<(\w{4})>\s*\[([^\]]*)\]/g;

/**
 * Reads a ToUnicode map in the only form that pdfkit writes: ranges with a list. A map in another form, or one that names
 * a glyph twice, could be read in another way by others, so it throws.
 */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  const utf16 = (hex: string) =>
    (hex.match(/\w{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16)));
  const sections = [...cmap.matchAll(/\d+\s+beginbfrange([\s\S]*?)endbfrange/g)].map(([, body]) => body!);
  const rest = sections.map((body) => body.replace(range, '')).join('');
  if (/bfchar|cidrange|cidchar|usecmap/.test(cmap) || rest.trim() !== '') throw new Error('a map of another form');
  for (const [, first, last, list] of sections.flatMap((body) => [...body.matchAll(range)])) {
    const listed = list!.match(/<[^>]*>/g) ?? [];
    const from = Number.parseInt(first!, 16);
    if (Number.parseInt(last!, 16) !== from + listed.length - 1) throw new Error('a range of another length');
    listed.forEach((hex, at) => {
      if (letters.has(from + at)) throw new Error('a glyph with two letters');
      letters.set(from + at, utf16(hex).join(''));
    });
  }
  return letters;
}
