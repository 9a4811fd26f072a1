import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatDay, formatList } from '#app/words/format.ts';
import type { StaffingStep } from '#curriculum/readiness/staffing-over-time.ts';
import { StaffingChart } from './staffing-chart.tsx';

type Props = {
  name: string;
  language: 'da' | 'en';
  overTime: { from: string; to: string; marginDays: number; steps: StaffingStep[] };
  today: string;
  asOf: string;
};

/** How certificates cover the staffing over time, as a sentence, a chart and a table that says the same. */
export function StaffingOverTime(props: Props) {
  const { language, overTime, today } = props;
  const { t } = useTranslation('agency');
  const lacksOf = ({ counted, required }: StaffingStep) => (counted === null ? 0 : Math.max(0, required - counted));
  const now = overTime.steps.findLast(({ from }) => from <= today);
  const worse = overTime.steps.find((step) => step.from > today && now && lacksOf(step) > lacksOf(now));
  return (
    <section className="space-7" aria-labelledby="over-time">
      <h2 id="over-time">{t('over-time.title')}</h2>
      <p>
        {now && now.counted !== null ? t('over-time.now', { count: lacksOf(now) }) : t('over-time.nobody')}{' '}
        {worse && t('over-time.worse', { day: formatDay(language, worse.from), count: lacksOf(worse) })}
      </p>
      <figure className="figure">
        {/* A group and not a landmark, like every other scrolling region. */}
        <div className="chart-scroll" role="group" aria-label={t('over-time.scroll')} tabIndex={0}>
          <StaffingChart {...props} />
        </div>
        <figcaption>{t('over-time.caption', { count: overTime.marginDays })}</figcaption>
      </figure>
      <details className="disclosure">
        <summary>{t('over-time.as-table')}</summary>
        <ScrollRegion label={t('over-time.title')}>
          <table className="data-table">
            <caption className="sr-only">{t('over-time.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('over-time.from')}</th>
                <th scope="col" className="right">
                  {t('over-time.counted')}
                </th>
                <th scope="col" className="right">
                  {t('over-time.needed')}
                </th>
                <th scope="col">{t('over-time.why')}</th>
              </tr>
            </thead>
            <tbody>
              {overTime.steps.map(({ from, counted, required, causes }) => (
                <tr key={from}>
                  <th scope="row">{formatDay(language, from)}</th>
                  <td className="right">{counted ?? t('over-time.unknown')}</td>
                  <td className="right">{required}</td>
                  <td>
                    {causes.length === 0
                      ? '–'
                      : formatList(
                          language,
                          causes.map(({ cause, people }) => t(`over-time.cause.${cause}`, { count: people })),
                        )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </section>
  );
}
