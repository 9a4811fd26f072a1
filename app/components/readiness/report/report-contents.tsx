import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenInPage } from '#app/components/base/open-in-page.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { ReportsView } from '#app/use-cases/readiness/report/see-reports.server.ts';

const Viewer = lazy(() =>
  import('#app/components/base/pdf-viewer.client.tsx').then(({ PdfViewer }) => ({ default: PdfViewer })),
);

type Rows = NonNullable<ReportsView['shown']>['rows'];

/** The pages of the report as pictures, and every municipality with its reasons as text. */
export function ReportContents({ file, rows }: { file: string; rows: Rows }) {
  const { t } = useTranslation('report');
  return (
    <section className="space-6" aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      <OpenInPage show={t('show-pages')}>
        <Viewer file={file} titleOf={(page, of) => t('page', { page, of })} />
      </OpenInPage>
      <details className="disclosure">
        <summary>{t('rows', { count: rows.length })}</summary>
        <ScrollRegion label={t('rows', { count: rows.length })}>
          <table className="table">
            <caption className="sr-only">{t('rows', { count: rows.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.part')}</th>
                <th scope="col" className="right">
                  {t('column.advisers')}
                </th>
                <th scope="col">{t('column.lacks')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, name, part, counted, required, lacks }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td>{t(`part.${part}`)}</td>
                  <td className="right">
                    {counted === null ? t('unknown') : t('counted', { count: counted, required })}
                  </td>
                  <td>{lacks.map(({ gate, is }) => t(`lack.${is}`, { gate })).join(', ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </section>
  );
}
