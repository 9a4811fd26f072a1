import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '#app/use-cases/readiness/monday/part-of.ts';
import { formatDay } from '#app/words/format.ts';
import { TodayLine } from './today-line.tsx';

type Props = {
  language: 'da' | 'en';
  title: string;
  demo: boolean;
  today: string;
  week: number;
  day: string;
  from: 'set' | 'usual' | 'passed';
  setDay: string | undefined;
  counts: Record<Part, number>;
  children: ReactNode;
};

/** The answer in one line, what the others lack in the next, and beside it what to do first. */
export function CountryHead({ language, title, demo, today, week, day, from, setDay, counts, children }: Props) {
  const { t } = useTranslation('monday');
  const lacks = {
    papersOnly: counts['papers-no'] + counts['papers-unknown'],
    people: counts['people-under-way'] + counts['people-not-begun'],
    unknown: counts['people-unknown'],
  };
  return (
    <div className="columns">
      <div>
        <TodayLine language={language} today={today} week={week} />
        <h1>{title}</h1>
        <p className="lead">
          {(['papersOnly', 'people', 'unknown'] as const)
            .filter((each) => lacks[each] > 0)
            .map((each) => t(`lead.${each}`, { count: lacks[each] }))
            .join(' ')}{' '}
          {demo && <span className="tag">{t('demo')}</span>}
        </p>
        {from === 'usual' && <p>{t('date.none', { day: formatDay(language, day) })}</p>}
        {from === 'passed' && setDay && <p>{t('date.passed', { day: formatDay(language, setDay) })}</p>}
      </div>
      {children}
    </div>
  );
}
