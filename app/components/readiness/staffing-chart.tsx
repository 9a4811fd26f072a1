import { useTranslation } from 'react-i18next';
import { formatDay, formatMonthOfYear } from '#app/words/format.ts';
import type { StaffingStep } from '#curriculum/readiness/staffing-over-time.ts';

type Props = {
  name: string;
  language: 'da' | 'en';
  overTime: { from: string; to: string; steps: StaffingStep[] };
  today: string;
  asOf: string;
};

const left = 50;
const right = 605;
const bottom = 320;
const top = 56;
/** A narrower area has no room for its label. */
const roomForWord = 76;

/** How many advisers count, day by day. The past is solid; what today's certificates give in future is dashed. */
export function StaffingChart({ name, language, overTime, today, asOf }: Props) {
  const { t } = useTranslation('agency');
  const { from, to, steps } = overTime;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const x = (day: string) => round(left + ((Date.parse(day) - start) / (end - start)) * (right - left));
  const most = Math.max(...steps.map(({ counted, required }) => Math.max(counted ?? 0, required))) + 1;
  const y = (people: number) => round(bottom - (people / most) * (bottom - top));
  const spans = steps.map((step, at) => ({ ...step, x1: x(step.from), x2: x(steps[at + 1]?.from ?? to) }));
  const ends = (day: string) => (x(day) > 480 ? ({ x: x(day) - 8, textAnchor: 'end' } as const) : { x: x(day) + 8 });
  const counts = steps.findLast((step) => step.from <= today)?.counted ?? null;
  const line = (value: (step: StaffingStep) => number | null) => {
    let path = '';
    let drawing = false;
    for (const span of spans) {
      const people = value(span);
      if (people !== null) path += `${drawing ? 'V' : `M${span.x1} `}${y(people)}H${span.x2}`;
      drawing = people !== null;
    }
    return path;
  };
  const counted = line((step) => step.counted);
  return (
    <svg className="chart" viewBox="0 0 640 352" role="img" aria-labelledby="staffing-title staffing-finding">
      <title id="staffing-title">
        {t('over-time.chart', { name, from: formatDay(language, from), to: formatDay(language, to) })}
      </title>
      <desc id="staffing-finding">
        {steps
          .map((step) =>
            t('over-time.step', {
              day: formatDay(language, step.from),
              counted: step.counted ?? t('over-time.unknown'),
            }),
          )
          .join(', ')}
        . {t('over-time.required', { count: steps.at(-1)!.required })}.
      </desc>
      <clipPath id="staffing-past">
        <path d={`M0 0H${x(today)}V352H0z`} />
      </clipPath>
      <clipPath id="staffing-ahead">
        <path d={`M${x(today)} 0H640V352H${x(today)}z`} />
      </clipPath>
      {Array.from({ length: most + 1 }, (_, people) => people).map((people) => (
        <g key={people}>
          <path className="grid-line" d={`M${left} ${y(people)}H${right}`} />
          <text className="light" x={left - 14} y={y(people) + 5} textAnchor="end">
            {people}
          </text>
        </g>
      ))}
      {spans.map(({ from: day, x1, x2, counted: people, required }) => {
        if (people !== null && people >= required) return null;
        const [high, low] = people === null ? [top, bottom] : [y(required), y(people)];
        return (
          <rect
            key={day}
            x={x1}
            y={high}
            width={round(x2 - x1)}
            height={round(low - high)}
            fill={people === null ? 'url(#hatching)' : 'var(--amber-wash)'}
          />
        );
      })}
      {areasOf(spans)
        .filter(({ x1, x2 }) => x2 - x1 > roomForWord)
        .map(({ x1, x2, required, first, last, least, most: worst }) => (
          <text
            key={x1}
            y={first === null ? 190 : y(required) + 19}
            {...((first ?? 0) < (last ?? 0) ? { x: x2 - 10, textAnchor: 'end' } : { x: x1 + 10 })}
            className={first === null ? 'outlined' : undefined}
          >
            {first === null
              ? t('over-time.unknown')
              : t('over-time.lacks', { people: least === worst ? least : `${least}–${worst}` })}
          </text>
        ))}
      <path d={line(({ required }) => required)} fill="none" stroke="var(--ink)" strokeWidth="2" />
      <text className="strong" x={right} y={y(spans.at(-1)!.required) - 9} textAnchor="end">
        {t('over-time.required', { count: spans.at(-1)!.required })}
      </text>
      <path d={counted} fill="none" stroke="var(--petrol)" strokeWidth="4" clipPath="url(#staffing-past)" />
      <path
        d={counted}
        fill="none"
        stroke="var(--petrol)"
        strokeWidth="3"
        strokeDasharray="6 4"
        clipPath="url(#staffing-ahead)"
      />
      <path d={`M${x(today)} 14V${bottom + 2}`} stroke="var(--ink)" strokeWidth="1.5" />
      <text className="strong" y="22" {...ends(today)}>
        {t('over-time.today', { counted: counts ?? t('over-time.unknown') })}
      </text>
      {asOf !== today && (
        <>
          <path d={`M${x(asOf)} 34V${bottom + 2}`} stroke="var(--ink)" strokeDasharray="2 3" />
          <text y="42" {...ends(asOf)}>
            {formatDay(language, asOf)}
          </text>
        </>
      )}
      {monthsOf(from, to).map((month) => (
        <text className="light" key={month} x={x(month)} y={bottom + 24} textAnchor="middle">
          {formatMonthOfYear(language, month)}
        </text>
      ))}
    </svg>
  );
}

type Span = StaffingStep & { x1: number; x2: number };
type Area = {
  x1: number;
  x2: number;
  required: number;
  first: number | null;
  last: number | null;
  least: number;
  most: number;
};

/** Merges neighbouring spans that are below the requirement or unknown, so that each area has one label. */
function areasOf(spans: readonly Span[]): Area[] {
  const areas: Area[] = [];
  for (const { x1, x2, counted, required } of spans) {
    const lacks = counted === null ? null : required - counted;
    if (lacks !== null && lacks <= 0) continue;
    const before = areas.at(-1);
    if (before?.x2 === x1 && (before.first === null) === (lacks === null)) {
      Object.assign(before, { x2, last: lacks });
      before.least = Math.min(before.least, lacks ?? 0);
      before.most = Math.max(before.most, lacks ?? 0);
    } else areas.push({ x1, x2, required, first: lacks, last: lacks, least: lacks ?? 0, most: lacks ?? 0 });
  }
  return areas;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** At most eight first days of a month within the period, evenly spread. */
function monthsOf(from: string, to: string): string[] {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const firsts: string[] = [];
  for (let at = month; ; at++) {
    const first = new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
    if (first > to) break;
    firsts.push(first);
  }
  const every = [1, 2, 3, 4, 6, 12].find((each) => firsts.length / each <= 8) ?? 24;
  return firsts.filter((_, at) => at % every === 0);
}
