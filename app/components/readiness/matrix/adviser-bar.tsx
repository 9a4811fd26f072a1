import { useTranslation } from 'react-i18next';

/** Advisers who count, who have a seat on a hold, and how many are required. */
export type AdviserBarShown = { counted: number; onHold: number; required: number };

/** A bar has this many squares at most: what a place has beyond that is in its text. */
const most = 10;

export const adviserBarId = ({ counted, onHold, required }: AdviserBarShown) => `b${counted}-${onHold}-${required}`;

/**
 * The bars of the table, each drawn once: dark squares count, pale ones are on a hold, dashed ones are lacking, and a stroke
 * stands after the required number where there are more.
 */
export function AdviserBars({ bars }: { bars: readonly AdviserBarShown[] }) {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {bars.map((bar) => (
          <Bar key={adviserBarId(bar)} {...bar} />
        ))}
      </defs>
    </svg>
  );
}

function Bar(bar: AdviserBarShown) {
  const { counted, onHold, required } = bar;
  const dark = Math.min(most, counted);
  const pale = Math.min(most, counted + onHold);
  const all = Math.min(most, Math.max(required, counted + onHold));
  const squares = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `M${(from + at) * 9 + 1} 2h7v10h-7z`).join('');
  return (
    <g id={adviserBarId(bar)}>
      {dark > 0 && <path d={squares(0, dark)} fill="var(--petrol)" stroke="var(--petrol)" />}
      {pale > dark && <path d={squares(dark, pale)} fill="var(--petrol-soft)" stroke="var(--ink-2)" />}
      {all > pale && <path d={squares(pale, all)} fill="var(--white)" stroke="var(--ink-2)" strokeDasharray="2 1.4" />}
      {required < all && <path d={`M${required * 9} 0v14`} stroke="var(--ink)" strokeWidth="1.8" />}
    </g>
  );
}

/** What the squares of a bar mean, with a bar that has each of them. */
export function AdviserBarKey() {
  const { t } = useTranslation('views');
  const bar = { counted: 1, onHold: 1, required: 3 };
  return (
    <>
      <AdviserBars bars={[bar]} />
      <svg className="advisers advisers-key" viewBox="0 0 28 14" aria-hidden="true">
        <use href={`#${adviserBarId(bar)}`} />
      </svg>{' '}
      {t('signs.staffing')}
    </>
  );
}
