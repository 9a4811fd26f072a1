import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { agencyLink, carriedIn } from '#app/platform/agency-link.ts';
import type { ReportsView } from '#app/use-cases/readiness/report/see-reports.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';

/** The reports that were made, each with its day and the beginning of its hash. */
export function EarlierReports({ reports, language }: { reports: ReportsView['earlier']; language: 'da' | 'en' }) {
  const { t } = useTranslation('report');
  const [search] = useSearchParams();
  return (
    <section className="space-7" aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier')}</h2>
      {reports.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ScrollRegion label={t('earlier-caption')}>
          <table className="table">
            <caption className="sr-only">{t('earlier-caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.day')}</th>
                <th scope="col">{t('column.taken')}</th>
                <th scope="col">{t('column.hash')}</th>
                <th scope="col">{t('column.open')}</th>
              </tr>
            </thead>
            <tbody>
              {reports.map(({ id, asOf, takenAt, sha256 }) => (
                <tr key={id}>
                  <th scope="row">{formatDay(language, asOf)}</th>
                  <td>{formatInstant(language, takenAt)}</td>
                  <td>
                    <code>{sha256.slice(0, 8)}</code>
                  </td>
                  <td>
                    <Link
                      className="text-link"
                      to={agencyLink('/readiness/report', { ...carriedIn(search), asOf, snapshot: id })}
                    >
                      {t('open', { day: formatDay(language, asOf) })}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
