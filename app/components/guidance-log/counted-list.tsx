import { formatNumber } from '#app/words/format.ts';
import { Shown } from './shown.tsx';

type Props = {
  language: 'da' | 'en';
  rows: readonly { key: string; label: string; sessions: number | null }[];
  /** What the parts are held against; without it no share is said. */
  of: number | null;
  percent(share: string): string;
};

/** Counts as bars, each with its number and its share beside it, so that the bars say nothing of their own. */
export function CountedList({ language, rows, of, percent }: Props) {
  const most = Math.max(1, ...rows.map(({ sessions }) => sessions ?? 0));
  return (
    <ul className="counted-list">
      {rows.map(({ key, label, sessions }) => (
        <li key={key}>
          <span>{label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {sessions === null ? (
              <rect className="counted-list__hidden" width="100" height="10" />
            ) : (
              <rect className="counted-list__bar" width={(sessions / most) * 100} height="10" />
            )}
          </svg>
          <span>
            <b>
              <Shown language={language} count={sessions} />
            </b>
            {of !== null && of > 0 && sessions !== null && (
              <> · {percent(formatNumber(language, (sessions / of) * 100))}</>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
