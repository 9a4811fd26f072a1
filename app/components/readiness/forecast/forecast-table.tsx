import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatDay } from '#app/words/format.ts';
import { chanceKey } from './chance-key.ts';

export type ForecastDate = {
  day: string;
  low: number;
  middle: number;
  high: number;
  ready: number;
  nothingNew: number;
  reached: number;
};

/** The figures of the drawing as a table. */
export function ForecastTable({
  language,
  dates,
  target,
}: {
  language: 'da' | 'en';
  dates: ForecastDate[];
  target: number;
}) {
  const { t } = useTranslation('forecast');
  const chance = (value: number) => {
    const { key, count } = chanceKey(value);
    return t(`chance.${key}`, { count });
  };
  return (
    <details className="disclosure">
      <summary>{t('table.show')}</summary>
      <ScrollRegion label={t('table.title')}>
        <table className="data-table">
          <caption className="sr-only">{t('table.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.day')}</th>
              {(['low', 'middle', 'high', 'ready', 'nothing'] as const).map((each) => (
                <th key={each} scope="col" className="right">
                  {t(`table.${each}`)}
                </th>
              ))}
              <th scope="col">{t('table.chance', { count: target })}</th>
            </tr>
          </thead>
          <tbody>
            {dates.map(({ day, low, middle, high, ready, nothingNew, reached }) => (
              <tr key={day}>
                <th scope="row">{formatDay(language, day)}</th>
                <td className="right">{low}</td>
                <td className="right">{middle}</td>
                <td className="right">{high}</td>
                <td className="right">{ready}</td>
                <td className="right">{nothingNew}</td>
                <td>{chance(reached)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
