import { Document, Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { documentProps } from '#certificates/drawing/document-props.ts';
import type { Meaning } from '#certificates/drawing/meaning.ts';
import type { FileDescription } from '#certificates/file/xmp.ts';
import { reportWriter } from '#certificates/report/report-writer.tsx';
import type { CleanLetters } from './clean-letters.ts';
import { letterPage, page } from './letter-page.tsx';
import { letterWords } from './words.ts';

type Drawing = { element: ReactElement; pages: Meaning[][]; file: FileDescription; missing: string[] };

/** The letters of a file, a page each, in one size of type. */
export function letterPages(data: CleanLetters, size: number): Drawing {
  const w = letterWords[data.language];
  const title = w.title(data.letters.map(({ service }) => service));
  const file: FileDescription = {
    title: data.demo ? `${title} (${w.demo})` : title,
    author: data.issuer,
    subject: w.subject,
    language: w.locale,
    at: new Date(data.issuedAt),
  };
  const written = data.letters.map((letter) => ({ letter, writer: reportWriter() }));
  const element = (
    <Document {...documentProps(file)}>
      {written.map(({ letter, writer }) => (
        <Page key={letter.answerUrl} size="A4">
          <View
            style={{
              height: page.height,
              paddingTop: page.top,
              paddingBottom: page.bottom,
              paddingLeft: page.left,
            }}
          >
            {letterPage(writer, data, letter, size)}
          </View>
        </Page>
      ))}
    </Document>
  );
  return {
    element,
    pages: written.map(({ writer }) => writer.meaning),
    file,
    missing: [...new Set(written.flatMap(({ writer }) => [...writer.missing]))],
  };
}
