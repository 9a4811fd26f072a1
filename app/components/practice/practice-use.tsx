import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { PracticeUse } from '#app/use-cases/practice/count-practice.server.ts';

type Props = { use: PracticeUse; of?: number };

/** How many practise, on a hold or in the country, and how many did in each of the last weeks. */
export function PracticeUseTable({ use, of }: Props) {
  const { t } = useTranslation('practice');
  return (
    <section className="space-7" aria-labelledby="practice-use">
      <h2 id="practice-use" className="h3">
        {t('use.title')}
      </h2>
      <p>
        {of !== undefined
          ? t('use.hold', { count: use.practising ?? 0, of })
          : use.practising === null
            ? t('use.country-few')
            : t('use.country', { count: use.practising })}{' '}
        {of === undefined && t('use.country-text')}
      </p>
      <ScrollRegion label={t('use.title')}>
        <table className="table">
          <thead>
            <tr>
              <td />
              {use.weeks.map(({ week }) => (
                <th key={week} scope="col">
                  {t('use.week', { week })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('use.people')}</th>
              {use.weeks.map(({ week, people }) => (
                <td key={week}>{people ?? t('use.few')}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
