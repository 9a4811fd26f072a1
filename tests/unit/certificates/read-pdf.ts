import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where it stands, in points from the lower left corner; the body of the letters, without accents. */
export type Placed = { text: string; x0: number; y0: number; x1: number; y1: number };
type ReadPdf = { pages: number; text: string; placed: Placed[] };

/** What a PDF says in the order it was drawn, and where on the page each piece stands. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    // pdf.js takes the bytes over, so it gets a copy.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  const pdf = await task.promise;
  const read: ReadPdf = { pages: pdf.numPages, text: '', placed: [] };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // As written: normalised, one sign ﬁ would pass for f and i.
    const { items } = await page.getTextContent({ disableNormalization: true });
    for (const item of items) {
      if (!('str' in item)) continue;
      read.text += item.str + (item.hasEOL ? '\n' : '');
      if (item.str.trim() === '') continue;
      const [x, y] = [item.transform[4], item.transform[5]] as [number, number];
      const size = item.height;
      read.placed.push({ text: item.str, x0: x, y0: y - 0.2 * size, x1: x + item.width, y1: y + 0.7 * size });
    }
  }
  await task.destroy();
  return read;
}

/** The text of a PDF in reading order. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readPdf(bytes)).text;
}
