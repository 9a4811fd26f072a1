import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { BadgeFacts } from '#certificates/badge/read-badge.ts';
import { printedDay, words } from '#certificates/drawing/words.ts';
import { fontMapsOf } from '#certificates/file/font-maps.ts';
import { roomFlawOf } from '#certificates/file/room-flaw.ts';
import { streamText } from '#certificates/file/stream-text.ts';
import { Flaw, must } from './flaw.ts';
import { refuseMisreadGlyphs } from './glyph-letters.ts';
import { type MarkedInk, type MarkedStretch, type MarkedText, readMarkedPage } from './marked-page.ts';
import { factsOfPage, isCodeFor, type PageFacts, sentencesFor } from './page-facts.ts';
import { linkOnPage } from './page-form.ts';
import { meaningOfPage } from './page-meaning.ts';

type PrintedFacts = PageFacts & { uri: string };

/**
 * Reads what the page shows: from the drawn glyphs, not from the file's own metadata. Whatever we would not draw is
 * refused: anything added to the page, hidden in it, or read aloud or copied as something other than what is seen.
 */
export async function printedFactsOf(pdf: PDFDocument): Promise<PrintedFacts> {
  const { uri, alt } = linkOnPage(pdf);
  const content = streamText(pdf.context.lookup(pdf.getPage(0).node.get(PDFName.of('Contents'))));
  must(content !== undefined, 'unreadable');
  const maps = fontMapsOf(pdf);
  const stretches = readStretches(content, maps);
  must(roomFlawOf(stretches, pdf.getPage(0).getSize()) === undefined, 'drawn-otherwise');
  await refuseMisreadGlyphs(pdf, stretches.filter(isText), maps);
  const meaning = meaningOfPage(pdf, stretches).map((said) => (said.role === 'Link' ? { ...said, uri, alt } : said));
  const facts = factsOfPage(meaning);
  const [code, ...others] = stretches.filter((each): each is MarkedInk => each.kind === 'figure');
  must(code && others.length === 0 && isCodeFor(uri, code.rectangles), 'link-elsewhere');
  refuseOtherTitle(pdf, facts);
  return { ...facts, uri };
}

const isText = (each: MarkedStretch): each is MarkedText => each.kind === 'text';

/** Operators that cannot be read at all, such as an image in the page, are not ours either. */
function readStretches(content: string, maps: Parameters<typeof readMarkedPage>[1]): MarkedStretch[] {
  try {
    return readMarkedPage(content, maps);
  } catch (error) {
    throw error instanceof Flaw ? error : new Flaw('drawn-otherwise');
  }
}

/** The window shows the title, and a list of files the subject: they name the person and the course of the page. */
function refuseOtherTitle(pdf: PDFDocument, { language, variant, number, name, issuer, course }: PageFacts): void {
  const w = words[language];
  const title = `${variant === 'attendance' ? w.attendance.kind : w.kind} ${number}: ${name}`;
  const shown = pdf.getTitle() ?? '';
  must(shown === title || (shown.startsWith(`${title} (`) && shown.endsWith(')')), 'says-otherwise');
  must(pdf.getAuthor() === issuer && pdf.getSubject() === course, 'says-otherwise');
  const metadata = streamText(pdf.context.lookup(pdf.catalog.get(PDFName.of('Metadata')))) ?? '';
  const xmp = Buffer.from(metadata, 'latin1').toString('utf8');
  const [, titles = ''] = /<dc:title>(.*?)<\/dc:title>/s.exec(xmp) ?? [];
  const escaped = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const said = [...titles.matchAll(/<rdf:li[^>]*>([^<]*)</g)].map(([, text]) => text);
  must(said.length > 0 && said.every((text) => text === escaped), 'says-otherwise');
}

/** Does the page agree with its badge in everything that the badge says? */
export function printsTheSame(page: PrintedFacts, badge: BadgeFacts): boolean {
  const { language } = badge;
  const w = words[language];
  const { variant } = page;
  const days = [
    { label: w.from, body: printedDay(language, badge.validFrom) },
    { label: w.until, body: printedDay(language, badge.lastValidDay) },
  ];
  const issuedOn = badge.issuedAt && printedInstant(language, badge.issuedAt);
  return (
    page.language === language &&
    page.number === badge.number &&
    page.uri === badge.id &&
    page.code === badge.code &&
    page.issuer === badge.issuer &&
    sentencesFor({ ...badge, variant }).includes(page.sentence) &&
    JSON.stringify(page.facts.slice(0, 2)) === JSON.stringify(days) &&
    page.facts.at(-1)!.body === issuedOn &&
    badge.narrative.split('\n\n')[0] === [w[variant].proof, ...page.evidence.map((each) => `- ${each}`)].join('\n')
  );
}

const printedInstant = (language: 'da' | 'en', instant: string) =>
  printedDay(language, new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date(instant)));
