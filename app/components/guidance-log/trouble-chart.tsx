import { useTranslation } from 'react-i18next';
import { formatNumber } from '#app/words/format.ts';
import type { ShownGrid } from '#curriculum/guidance/shown-counts.ts';
import type { Trouble } from '#curriculum/guidance/trouble-of.ts';

type Props = {
  language: 'da' | 'en';
  trouble: ShownGrid;
  troubles: readonly Trouble[];
  titleOf(key: string): string;
  label: string;
};

const left = 170;
const right = 700;
const line = 40;

/** A bar for each solution, in parts by what stood in the way. What is hidden is the dashed rest of a bar. */
export function TroubleChart({ language, trouble, troubles, titleOf, label }: Props) {
  const { t } = useTranslation('surroundings');
  const { t: guidance } = useTranslation('guidance');
  const sumOf = (counts: Record<string, number | null>) => troubles.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  const lengthOf = (row: ShownGrid['rows'][number]) => row.total ?? sumOf(row.counts);
  const most = Math.max(1, ...trouble.rows.map(lengthOf));
  const wide = (count: number) => Math.round((count / most) * (right - left) * 10) / 10;
  return (
    <figure className="figure">
      {/* A group and not a landmark, like every other scrolling region. */}
      <div className="chart-scroll" role="group" aria-label={t('log.scroll')} tabIndex={0}>
        <svg className="chart" viewBox={`0 0 760 ${trouble.rows.length * line + 8}`} role="img" aria-label={label}>
          {trouble.rows.map((row, at) => {
            const y = at * line + 6;
            let from = left;
            return (
              <g key={row.key}>
                <text x="0" y={y + 18}>
                  {titleOf(row.key)}
                </text>
                {troubles.map((each, n) => {
                  const count = row.counts[each] ?? 0;
                  if (count === 0) return null;
                  const x = from;
                  from += wide(count);
                  return <rect key={each} className={`part part--${n}`} x={x} y={y} width={wide(count)} height="26" />;
                })}
                {lengthOf(row) > sumOf(row.counts) && (
                  <rect
                    className="part part--hidden"
                    x={from}
                    y={y}
                    width={left + wide(lengthOf(row)) - from}
                    height="26"
                  />
                )}
                <text className="strong" x={left + wide(lengthOf(row)) + 8} y={y + 18}>
                  {row.total === null ? t('log.hidden') : formatNumber(language, row.total)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption>
        <ul className="parts-key">
          {troubles.map((each, n) => (
            <li key={each}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <rect className={`part part--${n}`} x="1" y="1" width="14" height="14" />
              </svg>
              {guidance(`blocked.${each}`)}
            </li>
          ))}
          <li>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <rect className="part part--hidden" x="1" y="1" width="14" height="14" />
            </svg>
            {t('log.hidden')}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}
