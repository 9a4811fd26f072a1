import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber } from '#app/words/format.ts';
import { Shown } from './shown.tsx';

type Props = {
  language: 'da' | 'en';
  title: string;
  from: string;
  asOf: string;
  sessions: number | null;
  troubled: number | null;
  rightsMissing: number | null;
  outcomes: readonly { key: 'completed' | 'referred' | 'unfinished'; sessions: number | null }[];
};

/** What the log concludes, and how the sessions ended. */
export function LogHead({ language, title, from, asOf, sessions, troubled, rightsMissing, outcomes }: Props) {
  const { t } = useTranslation('surroundings');
  const { t: guidance } = useTranslation('guidance');
  const text = (count: number | null) => (count === null ? t('log.hidden') : formatNumber(language, count));
  return (
    <>
      <p className="overline space-6">
        {t('log.overline', { from: formatDay(language, from), to: formatDay(language, asOf) })}
      </p>
      <h1>{title}</h1>
      <p className="lead">
        {sessions === 0
          ? t('log.empty')
          : `${t('log.lead', { count: sessions ?? 2, shown: text(sessions) })} ${t('log.lead-trouble', { troubled: text(troubled), rights: text(rightsMissing) })}`}
      </p>
      <ul className="key-figures">
        {outcomes.map(({ key, sessions: count }) => (
          <li key={key}>
            <b>
              <Shown language={language} count={count} />
            </b>
            <p>{guidance(`outcome.${key}`)}</p>
            {count !== null && sessions !== null && sessions > 0 && (
              <p className="muted small">
                {t('log.percent', { percent: formatNumber(language, (count / sessions) * 100) })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
