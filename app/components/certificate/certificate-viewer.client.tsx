import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { Document, Page, pdfjs } from 'react-pdf';

pdfjs.GlobalWorkerOptions.workerSrc = worker;

/** Shows the stored PDF. It needs no text layer, because the page shows the same text beside it. */
export function CertificateViewer({ file, title }: { file: string; title: string }) {
  return (
    <div className="certificate-view" role="img" aria-label={title}>
      <Document file={file} loading={null}>
        <Page pageNumber={1} width={640} renderTextLayer={false} renderAnnotationLayer={false} loading={null} />
      </Document>
    </div>
  );
}
