import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { formatMonthOfYear } from '#app/words/format.ts';
import type { Ending } from '#curriculum/certification/expiry-timeline.ts';

type Props = { language: 'da' | 'en'; endings: Ending[]; later: number };

const left = 40;
const right = 610;
const bottom = 200;
const top = 40;

/** How many certificates end in each coming month, as a sentence, a chart and a table that says the same. */
export function ExpiryTimeline({ language, endings, later }: Props) {
  const { t } = useTranslation('agency');
  const count = endings.reduce((sum, each) => sum + each.count, 0);
  const peak = endings.reduce((most, each) => (each.count > most.count ? each : most), endings[0]!);
  return (
    <section className="space-7" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <p>
        {t('timeline.sum', { count, months: endings.length })}{' '}
        {count > 0 && t('timeline.peak', { month: formatMonthOfYear(language, peak.month), count: peak.count })}{' '}
        {later > 0 && t('timeline.later', { count: later })}
      </p>
      {count > 0 && (
        <>
          <figure className="figure">
            {/* A group and not a landmark, like every other scrolling region. */}
            <div className="chart-scroll" role="group" aria-label={t('over-time.scroll')} tabIndex={0}>
              <Drawing language={language} endings={endings} most={peak.count} />
            </div>
            <figcaption>{t('timeline.caption')}</figcaption>
          </figure>
          <details className="disclosure">
            <summary>{t('over-time.as-table')}</summary>
            <ScrollRegion label={t('timeline.title')}>
              <table className="data-table">
                <caption className="sr-only">{t('timeline.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('timeline.month')}</th>
                    <th scope="col" className="right">
                      {t('timeline.ends')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {endings.map((each) => (
                    <tr key={each.month}>
                      <th scope="row">{formatMonthOfYear(language, each.month)}</th>
                      <td className="right">{each.count}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </details>
        </>
      )}
    </section>
  );
}

/** One bar per month with its number on top. A month without any certificates has no bar. */
function Drawing({ language, endings, most }: { language: 'da' | 'en'; endings: Ending[]; most: number }) {
  const { t } = useTranslation('agency');
  const step = (right - left) / endings.length;
  const height = (count: number) => round((count / most) * (bottom - top));
  const middle = (at: number) => round(left + (at + 0.5) * step);
  return (
    <svg className="chart" viewBox="0 0 640 232" role="img" aria-labelledby="timeline-chart timeline-finding">
      <title id="timeline-chart">{t('timeline.title')}</title>
      <desc id="timeline-finding">
        {endings
          .filter(({ count }) => count > 0)
          .map(({ month, count }) => t('timeline.step', { month: formatMonthOfYear(language, month), count }))
          .join(', ')}
        .
      </desc>
      <path d={`M${left} ${bottom}H${right}`} stroke="var(--ink)" strokeWidth="1.5" />
      {endings.map(({ month, count }, at) => (
        <g key={month}>
          {count > 0 && (
            <>
              <rect
                x={round(left + at * step + 2)}
                y={bottom - height(count)}
                width={round(step - 4)}
                height={height(count)}
                fill="var(--petrol)"
              />
              <text className="strong" x={middle(at)} y={bottom - height(count) - 8} textAnchor="middle">
                {count}
              </text>
            </>
          )}
          {at % 3 === 0 && (
            <text className="light" x={middle(at)} y={bottom + 24} textAnchor="middle">
              {formatMonthOfYear(language, month)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
