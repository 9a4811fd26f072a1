import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { OpenDataView } from '#app/use-cases/open-data/see-open-data.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; set: OpenDataView['sets'][number] };

/** What each column of a file means, where it comes from and since when it is there, with a row as an example. */
export function DataDictionary({ language, set: { key, fields, sample } }: Props) {
  const { t } = useTranslation('public-help');
  return (
    <section className="space-7" aria-labelledby={key}>
      <h2 id={key}>{t('data.fields', { key })}</h2>
      <ScrollRegion label={t('data.fields', { key })}>
        <table className="data-table">
          <caption className="sr-only">{t('data.fields', { key })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('data.field')}</th>
              <th scope="col">{t('data.type')}</th>
              <th scope="col">{t('data.meaning')}</th>
              <th scope="col">{t('data.source')}</th>
              <th scope="col">{t('data.since')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, type, meaning, source, since }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{t(`data.type-of.${type}`)}</td>
                <td>{meaning}</td>
                <td>{source}</td>
                <td className="unbroken">{formatDay(language, since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <h3 className="space-5">{t('data.sample')}</h3>
      <ScrollRegion label={t('data.sample-of', { key })}>
        <pre className="code-sample" lang="da">
          {sample}
        </pre>
      </ScrollRegion>
    </section>
  );
}
