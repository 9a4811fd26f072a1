import { useTranslation } from 'react-i18next';
import { formatMonth } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  today: string;
  own: { sessions: number; completed: number; rightsMissing: number; byTopic: { title: string; count: number }[] };
};

/** What somebody logged this month, for themselves. */
export function OwnMonth({ language, today, own }: Props) {
  const { t } = useTranslation('guidance');
  const month = formatMonth(language, today);
  const most = Math.max(1, ...own.byTopic.map(({ count }) => count));
  return (
    <section aria-labelledby="own-month">
      <h2 id="own-month" className="h3">
        {t('month', { month })}
      </h2>
      <ul className="key-figures key-figures--close">
        <li>
          <b>{own.sessions}</b>
          <p>{t('month-sessions', { count: own.sessions })}</p>
        </li>
        <li>
          <b>{own.completed}</b>
          <p>{t('month-completed')}</p>
        </li>
        <li>
          <b>{own.rightsMissing}</b>
          <p>{t('month-rights')}</p>
        </li>
      </ul>
      {own.byTopic.length > 0 && (
        <>
          <h3 className="h4 space-5">{t('month-topics', { month })}</h3>
          <ul className="topic-bars">
            {own.byTopic.map(({ title, count }) => (
              <li key={title}>
                <span>{title}</span>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="topic-bars__frame" width="100" height="8" />
                  <rect className="topic-bars__part" width={Math.round((count / most) * 100)} height="8" />
                </svg>
                <b>{count}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="space-5 only-screen">
        <a className="text-link" href="/guidance/own.csv">
          {t('csv')}
        </a>
      </p>
    </section>
  );
}
