import { useTranslation } from 'react-i18next';
import type { AgreementEntry } from '#app/use-cases/partners/see-partners.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; today: string; agreements: readonly AgreementEntry[] };
type Shape = { id: string; width: number; left: number; row: number; letters: number; className: string };

/** On a wide page the names stand beside the bars, on a narrow one above them. */
const shapes: Shape[] = [
  { id: 'wide', width: 1120, left: 296, row: 48, letters: 36, className: 'only-wide' },
  { id: 'narrow', width: 328, left: 0, row: 66, letters: 38, className: 'only-narrow' },
];

/** Every agreement as a bar from its first day to its last. */
export function AgreementTimeline(props: Props) {
  return shapes.map((shape) => (
    <div key={shape.id} className={shape.className}>
      <Drawing {...props} shape={shape} />
    </div>
  ));
}

function Drawing({ language, today, agreements, shape }: Props & { shape: Shape }) {
  const { t } = useTranslation('partners');
  const { width, left, row, letters } = shape;
  const wide = left > 0;
  const years = yearsOf(agreements, today);
  const [start, end] = [Date.parse(`${years[0]}-01-01`), Date.parse(`${years.at(-1)! + 1}-01-01`)];
  const right = width - 2;
  const x = (day: string) => Math.round(left + ((Date.parse(day) - start) / (end - start)) * (right - left));
  const top = 40;
  const height = top + agreements.length * row + 8;
  const [titleId, textId] = [`agreements-${shape.id}`, `agreements-${shape.id}-text`];
  const day = (each: string) => formatDay(language, each);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${titleId} ${textId}`}>
      <title id={titleId}>{t('agreements.chart', { from: years[0], to: years.at(-1) })}</title>
      <desc id={textId}>
        {agreements
          .map(({ partner, from, lastDay }) => t('agreements.bar', { partner, from: day(from), lastDay: day(lastDay) }))
          .join('. ')}
      </desc>
      {years.map((year) => (
        <g key={year}>
          <path className="grid-line" d={`M${x(`${year}-01-01`)} 12V${height}`} />
          <text className="light" x={x(`${year}-01-01`) + 4} y="16">
            {year}
          </text>
        </g>
      ))}
      {agreements.map(({ id, partner, about, from, lastDay, standing }, at) => {
        const y = top + at * row;
        const bar = y + (wide ? 8 : 32);
        const [x1, x2] = [x(from), x(lastDay)];
        const dashed = standing === 'coming' || standing === 'ended';
        return (
          <g key={id}>
            <text className="strong" x="0" y={y + 14}>
              {shortened(partner, !wide && standing === 'ends-soon' ? 20 : letters)}
            </text>
            {wide && (
              <text className="light" x="0" y={y + 32}>
                {shortened(about, letters + 6)}
              </text>
            )}
            <rect
              x={x1}
              y={bar}
              width={Math.max(2, x2 - x1)}
              height="16"
              fill={dashed ? 'var(--white)' : standing === 'ends-soon' ? 'var(--amber-wash)' : 'var(--petrol-wash)'}
              stroke="var(--petrol)"
              strokeDasharray={dashed ? '4 3' : undefined}
            />
            <path d={`M${x2} ${bar - 4}v24`} stroke="var(--ink)" strokeWidth="3" />
            {standing === 'ends-soon' && (
              <text
                className="outlined"
                {...(wide && x2 <= width - 190 ? { x: x2 + 8 } : { x: wide ? x2 - 8 : width, textAnchor: 'end' })}
                y={wide ? bar + 13 : y + 14}
              >
                {t('agreements.ends', { day: day(lastDay) })}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M${x(today)} 24V${height}`} stroke="var(--ink)" strokeWidth="1.5" />
      <text
        className="strong"
        y="34"
        {...(x(today) > width - 80 ? { x: x(today) - 6, textAnchor: 'end' } : { x: x(today) + 6 })}
      >
        {t('agreements.today')}
      </text>
    </svg>
  );
}

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** The years from the first agreement to the last, with this year among them: at most twelve, those around today. */
function yearsOf(agreements: readonly AgreementEntry[], today: string): number[] {
  const year = (day: string) => Number(day.slice(0, 4));
  const now = year(today);
  const first = Math.max(Math.min(now, ...agreements.map(({ from }) => year(from))), now - 3);
  const last = Math.min(Math.max(now, ...agreements.map(({ lastDay }) => year(lastDay))), now + 8);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
