import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { chanceKey } from '#app/components/readiness/forecast/chance-key.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import { TrendChart } from './trend-chart.tsx';
import type { TrendView } from './trend-view.server.ts';

type Props = {
  language: 'da' | 'en';
  day: string;
  readyToday: number;
  readyOnDay: number;
  view: TrendView | undefined;
  forecast: {
    by: string;
    target: number;
    chance: number;
    workedOutAt: string;
    middle: number;
    people: { middle: number };
  } | null;
  mayForecast: boolean;
};

/** What has happened so far and what is expected by the day, as a drawing and as a table. */
export function TrendPart({ language, day, readyToday, readyOnDay, view, forecast, mayForecast }: Props) {
  const { t } = useTranslation('monday');
  const chance = forecast && chanceKey(forecast.chance);
  return (
    <section className="space-7" aria-labelledby="trend">
      <h2 id="trend">
        {forecast
          ? t('trend.title', { middle: forecast.middle, day: formatDay(language, forecast.by) })
          : t('trend.title-waiting')}
      </h2>
      <p>
        {t('trend.nothing', { count: readyOnDay, today: readyToday })}{' '}
        {forecast &&
          chance &&
          t('trend.people', {
            ...{ people: forecast.people.middle, target: forecast.target },
            chance: t(`trend.chance.${chance.key}`, { count: chance.count }),
          })}
      </p>
      {!forecast && <p className="muted">{t('trend.waiting')}</p>}
      {view && (
        <figure className="figure">
          <TrendChart language={language} view={view} day={day} />
          <figcaption>{t(view.middle ? 'trend.caption' : 'trend.caption-past')}</figcaption>
          <details className="disclosure">
            <summary>{t('trend.table')}</summary>
            <ScrollRegion label={t('trend.table-title')}>
              <table className="data-table">
                <caption className="sr-only">{t('trend.table-title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('trend.day')}</th>
                    {(['low', 'happened', 'high'] as const).map((each) => (
                      <th key={each} scope="col" className="right">
                        {t(`trend.${each}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {view.table.map(({ day: each, low, middle, high, ahead }) => (
                    <tr key={each}>
                      <th scope="row">
                        {formatDay(language, each)} {ahead && <span className="muted">{t('trend.ahead')}</span>}
                      </th>
                      <td className="right">{low}</td>
                      <td className="right">{middle}</td>
                      <td className="right">{high}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </details>
        </figure>
      )}
      <p className="muted small">
        {forecast && t('trend.worked-out', { at: formatInstant(language, forecast.workedOutAt) })}{' '}
        {mayForecast && <Link to={agencyLink('/forecast', {})}>{t('trend.see')}</Link>}
      </p>
    </section>
  );
}
