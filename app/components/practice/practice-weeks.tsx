import { useTranslation } from 'react-i18next';
import type { PracticeWeek } from '#curriculum/practice/weeks.ts';

/** The last weeks: practised, a pause, or this week. A pause is a dash on the same line, never a broken chain. */
export function PracticeWeeks({ weeks }: { weeks: readonly PracticeWeek[] }) {
  const { t } = useTranslation('practice');
  const before = weeks.filter(({ now }) => !now);
  const count = before.filter(({ practised }) => practised).length;
  return (
    <>
      <h2 className="h3" id="weeks">
        {t('weeks.title')}
      </h2>
      <ol className="weeks">
        {weeks.map(({ week, monday, practised, now }) => (
          <li key={monday}>
            <WeekMark is={practised ? 'practised' : now ? 'now' : 'pause'} />
            <span>
              <span className="sr-only">{t('weeks.week')} </span>
              {week}
              <span className="sr-only">: {t(`weeks.${practised ? 'practised' : now ? 'now' : 'pause'}`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="muted">{before.length === 0 ? t('weeks.first') : t('weeks.sum', { count, of: before.length })}</p>
    </>
  );
}

function WeekMark({ is }: { is: 'practised' | 'now' | 'pause' }) {
  return (
    <svg viewBox="0 0 36 36" width="36" height="36" aria-hidden="true">
      {is === 'practised' && (
        <>
          <circle cx="18" cy="18" r="15" fill="var(--petrol)" />
          <path
            d="M11.5 18.5l4.7 4.7 8.5-9.4"
            fill="none"
            stroke="var(--white)"
            strokeWidth="3"
            strokeLinecap="round"
          />
        </>
      )}
      {is === 'now' && (
        <>
          <circle cx="18" cy="18" r="14" fill="var(--white)" stroke="var(--petrol)" strokeWidth="4" />
          <circle cx="18" cy="18" r="5" fill="var(--petrol)" />
        </>
      )}
      {is === 'pause' && (
        <>
          <circle cx="18" cy="18" r="14.5" fill="var(--white)" stroke="var(--grey)" strokeWidth="2" />
          <path d="M13 18h10" stroke="var(--grey)" strokeWidth="2" />
        </>
      )}
    </svg>
  );
}
