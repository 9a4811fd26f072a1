import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of a PDF in the order it was drawn, and how many pages it has. */
export async function textOf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  // pdf.js takes the bytes over, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  }
  const pages = pdf.numPages;
  await task.destroy();
  return { text, pages };
}
