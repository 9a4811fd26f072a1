import { Document, Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { documentProps } from '#certificates/drawing/document-props.ts';
import type { Meaning } from '#certificates/drawing/meaning.ts';
import { printedDay } from '#certificates/drawing/words.ts';
import type { FileDescription } from '#certificates/file/xmp.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import { answerPage } from './answer-page.tsx';
import { mapPage } from './map-page.tsx';
import { methodPage } from './method-page.tsx';
import type { ReportData } from './report-data.ts';
import { colours } from './report-ink.ts';
import { page, type ReportPage } from './report-page.ts';
import { line, reportWriter } from './report-writer.tsx';
import { rowsPages } from './rows-pages.tsx';
import { reportWords } from './words.ts';

type Drawing = { element: ReactElement; pages: Meaning[][]; file: FileDescription; missing: string[] };
/** The pages of a report: the answer, the map, every municipality, and how the figures are made. */
export function reportPages(report: ReportData, signedBy?: SigningKey['kind']): Drawing {
  const w = reportWords[report.language];
  const day = (each: string) => printedDay(report.language, each);
  const notes = [...(report.demo ? [w.demo] : []), ...(signedBy === 'development' ? [w.development] : [])];
  const file: FileDescription = {
    title: `${w.title(day(report.asOf))}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`,
    author: report.issuer,
    subject: w.running,
    language: w.locale,
    at: new Date(report.issuedAt),
  };
  const drawn: ReportPage[] = [answerPage(notes), mapPage, ...rowsPages(report), methodPage(signedBy === 'real')];
  const writers = drawn.map(() => reportWriter());
  const hash = `${report.sha256.slice(0, 8)}…${report.sha256.slice(-8)}`;
  const element = (
    <Document {...documentProps(file)}>
      {drawn.map((draw, at) => {
        const writer = writers[at]!;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
          <Page key={at} size="A4">
            <View
              style={{
                height: page.height,
                paddingTop: page.top,
                paddingBottom: page.bottom,
                paddingLeft: page.left,
              }}
            >
              <View
                style={{ flexDirection: 'row', justifyContent: 'space-between', width: page.width, marginBottom: 16 }}
              >
                {writer.furnish(report.issuer)}
                {writer.furnish(`${w.running} · ${day(report.taken.day)}`)}
              </View>
              {draw(writer, report)}
              <View style={{ flexGrow: 1 }} />
              {line(page.width, 0.5, colours.rule)}
              <View style={{ flexDirection: 'row', justifyContent: 'space-between', width: page.width, paddingTop: 5 }}>
                {writer.furnish(w.foot(report.policy.version, hash))}
                {writer.furnish(w.page(at + 1, drawn.length))}
              </View>
            </View>
          </Page>
        );
      })}
    </Document>
  );
  return {
    element,
    pages: writers.map(({ meaning }) => meaning),
    file,
    missing: [...new Set(writers.flatMap(({ missing }) => [...missing]))],
  };
}
