import { useTranslation } from 'react-i18next';
import { formatDay, formatMonthOfYear } from '#app/words/format.ts';
import type { ChartView } from './forecast-chart.server.ts';

type Props = { language: 'da' | 'en'; chart: ChartView; from: string; by: string };

/** How many municipalities have their people ready: the middle is dashed, the band has an edge, so both show in grey. */
export function ForecastChart({ language, chart, from, by }: Props) {
  const { t } = useTranslation('forecast');
  const at = (kind: ChartView['ends'][number]['kind']) => chart.ends.find((each) => each.kind === kind)!.count;
  return (
    <figure className="figure">
      {/* A group and not a landmark, like every other scrolling region. */}
      <div className="chart-scroll" role="group" aria-label={t('chart.scroll')} tabIndex={0}>
        <svg
          className="chart"
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          role="img"
          aria-labelledby="forecast-title forecast-finding"
        >
          <title id="forecast-title">
            {t('chart.title', { from: formatDay(language, from), by: formatDay(language, by) })}
          </title>
          <desc id="forecast-finding">
            {t('chart.finding', {
              ...{ today: chart.today.count, middle: at('middle'), low: at('low'), high: at('high') },
              ...{ nothing: at('nothing-new'), target: chart.target.count },
            })}
          </desc>
          {chart.rows.map(({ count, y }) => (
            <g key={count}>
              <path className="grid-line" d={`M${chart.left} ${y}H${chart.right}`} />
              <text className="light" x={chart.left - 8} y={y + 5} textAnchor="end">
                {count}
              </text>
            </g>
          ))}
          <path
            d={chart.outer}
            fill="var(--petrol-wash)"
            stroke="var(--petrol-mid)"
            strokeWidth="1"
            strokeDasharray="3 3"
          />
          <path d={chart.inner} fill="var(--petrol-soft)" />
          <path
            d={chart.nothingNew}
            fill="none"
            stroke="var(--ink)"
            strokeWidth="2"
            strokeDasharray="1 5"
            strokeLinecap="round"
          />
          <path d={chart.middle} fill="none" stroke="var(--petrol)" strokeWidth="3.5" strokeDasharray="8 4" />
          <path d={`M${chart.left} ${chart.target.y}H${chart.right}`} stroke="var(--ink)" strokeWidth="2" />
          <text className="strong outlined" x={chart.left + 8} y={chart.target.y - 7}>
            {t('chart.target', { count: chart.target.count })}
          </text>
          <circle cx={chart.left} cy={chart.today.y} r="5" fill="var(--petrol)" />
          <text className="strong outlined" x={chart.left + 10} y={chart.today.y + 22}>
            {t('chart.today', { count: chart.today.count })}
          </text>
          {chart.ends.map(({ kind, count, y }) => (
            <text key={kind} className={kind === 'middle' ? 'strong' : 'light'} x={chart.right + 10} y={y + 5}>
              {t(`chart.end.${kind}`, { count })}
            </text>
          ))}
          {chart.months.map(({ day, x }) => (
            <text className="light" key={day} x={x} y={chart.bottom + 24} textAnchor="middle">
              {formatMonthOfYear(language, day)}
            </text>
          ))}
        </svg>
      </div>
      <figcaption>{t('chart.caption')}</figcaption>
    </figure>
  );
}
