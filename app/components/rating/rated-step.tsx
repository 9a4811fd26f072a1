import { useTranslation } from 'react-i18next';
import type { RatingsView } from '#app/use-cases/holds/see-ratings.server.ts';
import { formatNumber } from '#app/words/format.ts';

type Props = { step: RatingsView['steps'][number]; language: 'da' | 'en' };

/** What advisers think of one step: the mean, how many gave each answer, and their words. */
export function RatedStep({ step: { id, title, count, mean, spread, words }, language }: Props) {
  const { t } = useTranslation('rating');
  const most = Math.max(...spread);
  return (
    <section className="space-6" aria-labelledby={`rated-${id}`}>
      <h2 className="h3" id={`rated-${id}`}>
        {title[language]}
      </h2>
      <p>{t('seen.mean', { mean: formatNumber(language, mean, 1), count })}</p>
      <table className="data-table">
        <caption className="sr-only">{title[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{t('seen.score')}</th>
            <th scope="col" className="right">
              {t('seen.count')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {spread.map((people, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the scale is always the same five.
            <tr key={at}>
              <th scope="row">
                {at + 1}. {t(`of.${(at + 1) as 1 | 2 | 3 | 4 | 5}`)}
              </th>
              <td className="right">{formatNumber(language, people)}</td>
              <td aria-hidden="true">
                <svg width="120" height="12" viewBox="0 0 120 12">
                  <rect width={(people / most) * 120} height="12" fill="var(--petrol)" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {words.length > 0 && (
        <>
          <h3 className="h4">{t('seen.words')}</h3>
          <ul lang="da">
            {words.map((each, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same, and the list never changes.
              <li key={at}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
