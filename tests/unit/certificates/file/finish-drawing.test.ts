import { PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { renderToBuffer } from '@react-pdf/renderer';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificatePage } from '#certificates/drawing/certificate-page.tsx';
import { warmFonts } from '#certificates/drawing/fonts.ts';
import type { Meaning } from '#certificates/drawing/meaning.ts';
import { finishDrawing } from '#certificates/file/finish-drawing.ts';
import { key, type OpenPdf, openPdf } from '../opened-pdf.ts';
import { danish } from '../sample.ts';

let drawn: Uint8Array;
let page: ReturnType<typeof certificatePage>;
beforeAll(async () => {
  await warmFonts();
  page = certificatePage(danish);
  drawn = await renderToBuffer(page.element as never);
});

describe('a drawing', () => {
  test('is finished if it matches its meaning', async () => {
    expect(await finishDrawing(drawn, page)).toMatchObject({ ok: true });
  });

  test.each<[string, (meaning: Meaning[]) => Meaning[], RegExp]>([
    [
      'meant and not drawn, at the end',
      (said) => [...said, { role: 'P', texts: ['og mere'] }],
      /meant but not drawn: «og mere»/,
    ],
    ['drawn and not meant', (said) => said.filter(({ role }) => role !== 'H1'), /drawn «Bevis», meant «Det bekræftes/],
    [
      'drawn and not meant, at the end',
      (said) => [...said.slice(0, -2), ...said.slice(-1)],
      /drawn but not meant: «Siden/,
    ],
    ['another order', ([first, second, ...rest]) => [second!, first!, ...rest], /drawn «Styrelsen/],
    ['two words as one', withTexts('Bevisnummer 2026', 'Bevisnummer2026'), /meant «Bevisnummer2026-00417»/],
    ['one word as two', withTexts('Styrelsen', 'Sty relsen'), /meant «Sty relsen for/],
    ['other letters that look alike', withTexts('Åse', 'Åse\u0430'), /drawn «Åse/],
    [
      'a figure that was not drawn',
      (said) => [...said, { role: 'Figure', alt: 'x' }],
      /figure was meant but not drawn/,
    ],
    [
      'a figure that was not meant',
      (said) => said.filter(({ role }) => role !== 'Figure'),
      /figure was drawn but not meant/,
    ],
    [
      'a link to another place',
      withTexts('https://vejlederbevis', 'https://vejlederbeviz'),
      /links drawn are not the one meant/,
    ],
  ])('is refused with %s', async (_, change, message) => {
    await expect(finishDrawing(drawn, { ...page, meaning: change(page.meaning) })).rejects.toThrow(message);
  });
});

describe('a drawing that cannot be read through is refused', () => {
  test.each<[string, (content: string) => string, RegExp]>([
    ['ink that has not declared itself', (content) => `${content}\n0 0 9 9 re f`, /undeclared ink/],
    ['a canvas that has lost its mark', (content) => content.replace(/\n1001 M/, ''), /undeclared ink/],
    ['a mark inside a mark', (content) => content.replace(/1001 M/, '$&\n1000 M'), /a mark out of place/],
    ['a miter limit that is no mark', (content) => content.replace(/1001 M/, '10 M'), /a mark out of place/],
    ['text inside a canvas', (content) => content.replace(/1001 M/, '$&\nBT ET'), /text drawn inside a canvas/],
    ['a picture', (content) => `${content}\n/Im1 Do`, /unexpected operator Do/],
    ['text that is invisible', (content) => content.replace('BT', 'BT\n3 Tr'), /unexpected operator Tr/],
    ['text as a literal string', (content) => content.replace('[<0001>', '[(A)'), /cannot be read/],
    ['a letter that the face lacks', (content) => content.replace('[<0001', '[<0000'), /drawn «\ufffd/],
    ['Q without q', (content) => `${content}\nQ`, /Q without q/],
    ['q without Q', (content) => `${content}\nq`, /ends too early/],
  ])('%s', async (_, change, message) => {
    const changed = await redrawn((file) => rewrite(file, change(file.content)));
    await expect(finishDrawing(changed, page)).rejects.toThrow(message);
  });

  test('a font that does not map its glyphs to letters', async () => {
    const changed = await redrawn((file) => file.having('Subtype', 'Type0')[0]!.delete(key('ToUnicode')));
    await expect(finishDrawing(changed, page)).rejects.toThrow('no ToUnicode');
  });

  test('a second link', async () => {
    const changed = await redrawn(({ pdf, page: node }) => {
      const link = node.Annots()!.get(0) as PDFRef;
      node.Annots()!.push(pdf.context.register(pdf.context.lookup(link, PDFDict).clone()));
    });
    await expect(finishDrawing(changed, page)).rejects.toThrow('the links drawn are not the one meant');
  });
});

describe('a page that is too full', () => {
  test.each<[string, (content: string) => string, RegExp]>([
    ['off the page below', (content) => content.replace(lastText, '1 0 0 1 0 -40 cm\n$&'), /off the page/],
    ['upon another text', (content) => content.replace(lastText, '1 0 0 1 0 11 cm\n$&'), /drawn upon/],
    ['upon the seal', (content) => content.replace(lastText, '1 0 0 1 -100 30 cm\n$&'), /drawn upon/],
    [
      'the figure off the page',
      (content) => content.replace(/1001 M/, '$&\n1 0 0 1 50 0 cm'),
      /a figure is off the page/,
    ],
    [
      'the ornament off the page',
      (content) => content.replace(/1000 M/, '$&\n1 0 0 1 -50 0 cm'),
      /an ornament is off the page/,
    ],
  ])('is reported if it draws %s', async (_, change, flaw) => {
    const changed = await redrawn((file) => rewrite(file, change(file.content)));
    expect(await finishDrawing(changed, page)).toEqual({ ok: false, flaw: expect.stringMatching(flaw) });
  });

  test('is reported if it needs a second page', async () => {
    const changed = await redrawn(({ pdf }) => pdf.addPage());
    expect(await finishDrawing(changed, page)).toEqual({ ok: false, flaw: 'it takes 2 pages' });
  });
});

const lastText = /BT(?![\s\S]*BT)/;

function withTexts(from: string, to: string): (meaning: Meaning[]) => Meaning[] {
  return (meaning) => {
    const changed = JSON.stringify(meaning).replace(from, to);
    if (changed === JSON.stringify(meaning)) throw new Error(`nothing to change: ${from}`);
    return JSON.parse(changed) as Meaning[];
  };
}

function rewrite(file: OpenPdf, content: string): void {
  if (content === file.content) throw new Error('nothing was changed');
  const stream = file.pdf.context.flateStream(Buffer.from(content, 'latin1'));
  file.pdf.context.assign(file.page.get(PDFName.of('Contents')) as PDFRef, stream);
}

async function redrawn(change: (file: OpenPdf) => unknown): Promise<Uint8Array> {
  const file = await openPdf(drawn);
  change(file);
  return file.pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}
