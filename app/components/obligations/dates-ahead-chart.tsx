import { useTranslation } from 'react-i18next';
import { formatMonthOfYear } from '#app/words/format.ts';

type Lane = 'firms' | 'others';
type Props = {
  language: 'da' | 'en';
  from: string;
  until: string;
  dates: readonly { key: string; kind: 'start' | 'deadline'; day: string; firms: boolean }[];
};

const left = 110;
const right = 720;
const lanes: readonly { lane: Lane; y: number }[] = [
  { lane: 'firms', y: 34 },
  { lane: 'others', y: 84 },
];
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The dates of the table below on a line of months: a diamond for a deadline, a square for something new. */
export function DatesAheadChart({ language, from, until, dates }: Props) {
  const { t } = useTranslation('surroundings');
  const at = (day: string) =>
    Math.round((left + ((time(day) - time(from)) / (time(until) - time(from))) * (right - left)) * 10) / 10;
  const months = [...new Set(dates.map(({ day }) => `${day.slice(0, 7)}-01`))].filter((month) => month >= from);
  return (
    <figure className="figure">
      {/* A group and not a landmark, like every other scrolling region. */}
      <div className="chart-scroll" role="group" aria-label={t('log.scroll')} tabIndex={0}>
        <svg className="chart" viewBox="0 0 760 130" role="img" aria-label={t('obligations.chart')}>
          {months.map((month) => (
            <g key={month}>
              <path className="grid-line" d={`M${at(month)} 8V108`} />
              <text className="light" x={at(month)} y="126" textAnchor="middle">
                {formatMonthOfYear(language, month)}
              </text>
            </g>
          ))}
          {lanes.map(({ lane, y }) => (
            <g key={lane}>
              <text className="strong" x="0" y={y + 5}>
                {t(`obligations.lane.${lane}`)}
              </text>
              <path d={`M${left} ${y}H${right}`} stroke="var(--petrol-soft)" strokeWidth="3" />
              {dates
                .filter(({ firms }) => firms === (lane === 'firms'))
                .map(({ key, kind, day }) => (
                  <path
                    key={`${key} ${day}`}
                    fill="var(--petrol)"
                    stroke="var(--white)"
                    d={
                      kind === 'deadline' ? `M${at(day) - 9} ${y}l9-9 9 9-9 9z` : `M${at(day) - 7} ${y - 7}h14v14h-14z`
                    }
                  />
                ))}
            </g>
          ))}
        </svg>
      </div>
      <figcaption>{t('obligations.chart-key')}</figcaption>
    </figure>
  );
}
