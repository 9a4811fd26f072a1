import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A page that says that it is an example, in the place of a signed paper. */
export async function sampleDocument(title: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setLanguage('da');
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawText(title, { x: 72, y: 740, size: 20, font });
  page.drawText('Eksempeldata: ingen har skrevet under.', { x: 72, y: 700, size: 12, font });
  return document.save();
}
