import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { formatClock } from '#app/words/format.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

type Props = {
  step: string;
  dueAt: string | null;
  now: string;
  /** When the session ends if nothing is sent before. */
  signedInUntil: string | null;
  /** Every answer given so far is on the server. */
  saved: boolean;
  language: 'da' | 'en';
  children: ReactNode;
};

/** Stays visible during a quiz: which quiz it is, what is saved, and how much time is left. */
export function QuizTop({ step, dueAt, now, signedInUntil, saved, language, children }: Props) {
  const { t } = useTranslation('adviser');
  return (
    <div className="quiz__top">
      <p>
        <b>{step}</b>
      </p>
      <p role="status">{children}</p>
      {dueAt && (
        <p>
          <Icon name="clock" />{' '}
          <span className="figures">
            <TimeLeft dueAt={dueAt} now={now} /> · {t('question.ends', { at: formatClock(language, dueAt) })}
          </span>
        </p>
      )}
      {dueAt && <TimeCalled dueAt={dueAt} now={now} />}
      {signedInUntil && <SignOutAhead until={signedInUntil} now={now} saved={saved} language={language} />}
    </div>
  );
}

/** Updates once a minute, so that nothing moves while somebody thinks. */
function TimeLeft({ dueAt, now }: { dueAt: string; now: string }) {
  const { t } = useTranslation('adviser');
  const minutes = Math.max(0, Math.ceil(useSecondsLeft(dueAt, now) / 60));
  return <b>{t('question.minutes-left', { count: minutes })}</b>;
}

/** The minutes before the end at which the time is called out. */
const called = [5, 1] as const;

/** Calls out the time, also to a screen reader and to somebody who does not type: politely first, urgently at the end. */
function TimeCalled({ dueAt, now }: { dueAt: string; now: string }) {
  const { t } = useTranslation('adviser');
  const minutes = useSecondsLeft(dueAt, now, called) / 60;
  return (
    <>
      <p role="status" className="sr-only">
        {minutes <= 5 && minutes > 1 && t('question.five-left')}
      </p>
      <p role="alert" className={minutes <= 1 ? undefined : 'sr-only'}>
        {minutes <= 1 && minutes > 0 && <b>{t('question.one-left')}</b>}
      </p>
    </>
  );
}

/** So long before the session ends, the page says so. */
const warnedMinutes = 10;

/** Warns that the session ends, and says whether the answers are safe. */
function SignOutAhead({ until, now, saved, language }: Pick<Props, 'now' | 'saved' | 'language'> & { until: string }) {
  const { t } = useTranslation('adviser');
  const minutes = useSecondsLeft(until, now, [warnedMinutes]) / 60;
  return (
    <p role="status" className={minutes <= warnedMinutes ? undefined : 'sr-only'}>
      {minutes <= warnedMinutes && (
        <span>
          <b>{t('question.sign-out-ahead', { at: formatClock(language, until) })}</b>{' '}
          {t(saved ? 'question.sign-out-saved' : 'question.sign-out-unsaved')}
        </span>
      )}
    </p>
  );
}
