import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { formatClock } from '#app/words/format.ts';

type Props = { step: string; dueAt: string | null; now: string; language: 'da' | 'en'; children: ReactNode };

/** Stays visible during a quiz: which quiz it is, what is saved, and how much time is left. */
export function QuizTop({ step, dueAt, now, language, children }: Props) {
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
    </div>
  );
}

/** Updates once a minute, so that nothing moves while somebody thinks. */
function TimeLeft({ dueAt, now }: { dueAt: string; now: string }) {
  const { t } = useTranslation('adviser');
  const [at, setAt] = useState(Date.parse(now));
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now();
    const timer = setInterval(() => setAt(Date.now() + ahead), 15_000);
    return () => clearInterval(timer);
  }, [now]);
  const minutes = Math.max(0, Math.ceil((Date.parse(dueAt) - at) / 60_000));
  return <b>{t('question.minutes-left', { count: minutes })}</b>;
}
