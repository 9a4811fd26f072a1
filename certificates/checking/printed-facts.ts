import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { BadgeFacts } from '#certificates/badge/read-badge.ts';
import { printedDay, words } from '#certificates/drawing/words.ts';
import { operationsOf } from '#certificates/file/content-operations.ts';
import { type FontMap, fontMapsOf } from '#certificates/file/font-maps.ts';
import { streamText } from '#certificates/file/stream-text.ts';
import { must } from './flaw.ts';

// A proof of attendance has its own label and number series, so that neither paper is mistaken for the other.
const certificates = `(?:${words.da.number}|${words.en.number}) (?=\\d)`;
const proofs = `(?:${words.da.attendance.number}|${words.en.attendance.number}) (?=D)`;
const numbers = new RegExp(`(?:${certificates}|${proofs})(D?\\d{4}-\\d{5,})`, 'g');

type PrintedFacts = { number: string; code: string; text: string };

/** The number, the code and all text on the page, read from the drawn glyphs and not from the file's own metadata. */
export function printedFactsOf(pdf: PDFDocument): PrintedFacts {
  must(pdf.getPageCount() === 1, 'no-number-and-code');
  const content = streamText(pdf.context.lookup(pdf.getPage(0).node.get(PDFName.of('Contents'))));
  must(content !== undefined, 'unreadable');
  const text = textOf(content, fontMapsOf(pdf));
  const number = only(text, numbers);
  const code = only(text, /\/v\/([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)/g);
  must(number && code, 'no-number-and-code');
  return { number, code, text };
}

/** Does the page agree with its badge: number, code, name, course, version, and both ends of the period? */
export function printsTheSame({ number, code, text }: PrintedFacts, badge: BadgeFacts): boolean {
  const w = words[badge.language];
  const bare = (said: string) => said.replace(/\s+/g, '');
  const page = bare(text);
  const earned = [w.course, w.renewal].some(({ did, edition }) =>
    page.includes(bare(`${w.lead} ${badge.name} ${did} ${badge.course} ${edition(badge.edition)}`)),
  );
  const said = [
    `${w.from} ${printedDay(badge.language, badge.validFrom)}`,
    `${w.until} ${printedDay(badge.language, badge.lastValidDay)}`,
  ];
  return number === badge.number && code === badge.code && earned && said.every((each) => page.includes(bare(each)));
}

function textOf(content: string, fonts: Map<string, FontMap>): string {
  let text = '';
  let font: FontMap | undefined;
  for (const { name, args } of operationsOf(content)) {
    must(name !== 'Do' && name !== 'Tj', 'unreadable');
    if (name === 'Tf') font = fonts.get(args[0]!);
    if (name !== 'TJ') continue;
    for (const arg of args)
      if (arg[0] === '<')
        for (const glyph of arg.match(/\w{4}/g) ?? []) text += font?.letters(Number.parseInt(glyph, 16)) ?? '';
  }
  return text;
}

function only(text: string, wanted: RegExp): string | undefined {
  const found = [...text.matchAll(wanted)];
  return found.length === 1 ? found[0]![1] : undefined;
}
