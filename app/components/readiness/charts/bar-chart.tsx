import { useTranslation } from 'react-i18next';
import type { BarFill, BarsView } from './bars.server.ts';

type Props = { id: string; view: BarsView; title: string; finding: string };

const fills: Record<BarFill, string> = {
  dark: 'var(--petrol)',
  mid: 'var(--petrol-mid)',
  soft: 'var(--petrol-soft)',
  dots: 'url(#bar-dots)',
  lines: 'url(#bar-lines)',
};

/** Bars with their names and numbers written out; the table below says the same. */
export function BarChart({ id, view, title, finding }: Props) {
  const { t } = useTranslation('views');
  return (
    // A group and not a landmark, like every other scrolling region.
    <div className="chart-scroll" role="group" aria-label={t('figures.scroll')} tabIndex={0}>
      <svg
        className="chart"
        viewBox={`0 0 ${view.width} ${view.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-finding`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-finding`}>{finding}</desc>
        {view.ticks.map(({ value, x }) => (
          <g key={value}>
            <path className="grid-line" d={`M${x} 0V${view.bottom}`} />
            <text className="light" x={x} y={view.bottom + 18} textAnchor="middle">
              {value}
            </text>
          </g>
        ))}
        {view.rows.map(({ label, y, rects, text, end }) => (
          <g key={label}>
            <text x={view.left - 10} y={y + 20} textAnchor="end">
              {label}
            </text>
            {rects.map(({ x, width, fill }) => (
              <rect key={x} x={x} y={y + 4} width={width} height="22" fill={fills[fill]} stroke="var(--grey)" />
            ))}
            <text className="strong outlined" x={end + 8} y={y + 20}>
              {text}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The patterns of the bars. A page that draws bars includes them once. */
export function BarPatterns() {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="bar-dots" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill="var(--paper-light)" />
          <circle cx="4" cy="4" r="1.1" fill="var(--grey)" />
        </pattern>
        <pattern id="bar-lines" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--petrol-soft)" />
          <rect width="6" height="1.6" fill="var(--petrol)" />
        </pattern>
      </defs>
    </svg>
  );
}
