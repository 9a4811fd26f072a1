import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';

pdfjs.GlobalWorkerOptions.workerSrc = worker;

type Props = { file: string; titleOf: (page: number, of: number) => string };

/** Shows each page of a stored PDF as a picture. It needs no text layer, because the page shows the same text beside it. */
export function PdfViewer({ file, titleOf }: Props) {
  const [pages, setPages] = useState(0);
  return (
    <Document file={file} loading={null} onLoadSuccess={({ numPages }) => setPages(numPages)}>
      {Array.from({ length: pages }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
        <div key={at} className="pdf-page" role="img" aria-label={titleOf(at + 1, pages)}>
          <Page pageNumber={at + 1} width={640} renderTextLayer={false} renderAnnotationLayer={false} loading={null} />
        </div>
      ))}
    </Document>
  );
}
