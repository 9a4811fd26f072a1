import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { OpenDataView } from '#app/use-cases/open-data/see-open-data.server.ts';
import { formatNumber } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; sets: OpenDataView['sets'] };

/** Every file with its size, to download. */
export function DataFiles({ language, sets }: Props) {
  const { t } = useTranslation('public-help');
  return (
    <section className="space-6" aria-labelledby="files">
      <h2 id="files">{t('data.files')}</h2>
      <ScrollRegion label={t('data.files-caption')}>
        <table className="data-table">
          <caption className="sr-only">{t('data.files-caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('data.file')}</th>
              <th scope="col">{t('data.content')}</th>
              <th scope="col" className="right">
                {t('data.rows')}
              </th>
              <th scope="col">{t('data.get')}</th>
            </tr>
          </thead>
          <tbody>
            {sets.map(({ key, title, rows, files }) => (
              <tr key={key}>
                <th scope="row">
                  <a href={`#${key}`}>{key}</a>
                </th>
                <td>{title}</td>
                <td className="right">{formatNumber(language, rows)}</td>
                <td>
                  {files.map(({ name, form, bytes }, at) => (
                    <span key={name}>
                      {at > 0 && ' · '}
                      <a href={`/open-data/${name}`} className="unbroken">
                        {t('data.size', { form, size: formatNumber(language, Math.ceil(bytes / 1000)) })}
                        <span className="sr-only"> {key}</span>
                      </a>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p>
        <a href="/open-data/datapackage.json">{t('data.dictionary')}</a>
      </p>
    </section>
  );
}
