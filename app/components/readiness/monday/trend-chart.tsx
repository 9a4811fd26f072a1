import { useTranslation } from 'react-i18next';
import { formatDay, formatMonthOfYear } from '#app/words/format.ts';
import type { TrendView } from './trend-view.server.ts';

type Props = { language: 'da' | 'en'; view: TrendView; day: string };

/** What has happened is drawn through, the middle of the forecast dashed, and the band has an edge, so all show in grey. */
export function TrendChart({ language, view, day }: Props) {
  const { t } = useTranslation('monday');
  const { left, right, bottom, today, nothingNew, target } = view;
  const countOf = (kind: TrendView['ends'][number]['kind']) => view.ends.find((each) => each.kind === kind)?.count;
  return (
    <div className="chart-scroll" role="group" aria-label={t('trend.scroll')} tabIndex={0}>
      <svg
        className="chart"
        viewBox={`0 0 ${view.width} ${view.height}`}
        role="img"
        aria-labelledby="trend-name trend-finding"
      >
        <title id="trend-name">
          {t('trend.chart', { from: formatDay(language, view.table[0]!.day), to: formatDay(language, day) })}
        </title>
        <desc id="trend-finding">
          {t(view.middle ? 'trend.finding-ahead' : 'trend.finding', {
            ...{ today: today.count, day: formatDay(language, day), middle: countOf('middle') },
            ...{ low: countOf('low'), high: countOf('high'), nothing: nothingNew.count },
          })}
        </desc>
        {view.rows.map(({ count, y }) => (
          <g key={count}>
            <path className="grid-line" d={`M${left} ${y}H${right}`} />
            <text className="light" x={left - 8} y={y + 5} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        {view.band && <path d={view.band} fill="var(--petrol-wash)" stroke="var(--petrol-mid)" strokeDasharray="3 3" />}
        {target && (
          <>
            <path d={`M${left} ${target.y}H${right}`} stroke="var(--ink)" strokeWidth="1.5" />
            <text className="strong outlined" x={left + 8} y={target.y - 7}>
              {t('trend.target', { count: target.count })}
            </text>
          </>
        )}
        {view.middle && (
          <path d={view.middle} fill="none" stroke="var(--petrol)" strokeWidth="3" strokeDasharray="8 4" />
        )}
        <path d={view.past} fill="none" stroke="var(--petrol)" strokeWidth="3.5" />
        <path d={`M${today.x} ${view.rows.at(-1)!.y}V${bottom}`} stroke="var(--ink)" strokeWidth="1.5" />
        <circle cx={today.x} cy={today.y} r="5" fill="var(--petrol)" stroke="var(--white)" strokeWidth="2" />
        <text className="strong outlined" x={today.x - 9} y={today.y - 12} textAnchor="end">
          {t('trend.today', { count: today.count })}
        </text>
        <circle cx={nothingNew.x} cy={nothingNew.y} r="5" fill="var(--white)" stroke="var(--ink)" strokeWidth="2" />
        {view.ends.map(({ kind, count, y }) => (
          <text key={kind} className={kind === 'middle' ? 'strong' : 'light'} x={right + 10} y={y + 5}>
            {t(`trend.end.${kind}`, { count })}
          </text>
        ))}
        {view.months.map(({ day: each, x }) => (
          <text className="light" key={each} x={x} y={bottom + 24} textAnchor="middle">
            {formatMonthOfYear(language, each)}
          </text>
        ))}
      </svg>
    </div>
  );
}
