import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { formatDay, formatMonth } from '#app/words/format.ts';
import type { GuidanceOutcome } from '#curriculum/guidance/note-choices.ts';

type Props = {
  title: string;
  language: 'da' | 'en';
  last: { id: string; title: string; outcome: GuidanceOutcome; onDay: string; library: string };
  today: string;
  thisMonth: number;
};

/** Confirms what was logged, with links to log another session and to undo this one. */
export function Logged({ title, language, last, today, thisMonth }: Props) {
  const { t } = useTranslation('guidance');
  return (
    <div className="with-picture">
      <svg viewBox="0 0 240 80" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="4">
          <path d="M10 40h168M232 40h8" />
          <circle cx="206" cy="40" r="26" fill="var(--white)" />
          <path d="M194 41l9 9 16-18" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round" />
        </g>
        <path
          d="M40 31a9 9 0 100 18 9 9 0 000-18M90 31a9 9 0 100 18 9 9 0 000-18M140 31a9 9 0 100 18 9 9 0 000-18"
          fill="currentColor"
        />
      </svg>
      <div>
        <h1>{title}</h1>
        <p className="lead">
          {t('saved-text', {
            topic: last.title,
            outcome: t(`outcome.${last.outcome}`),
            library: last.library,
            day: formatDay(language, last.onDay),
          })}
        </p>
        {thisMonth > 0 && (
          <p className="muted">{t('number', { count: thisMonth, month: formatMonth(language, today) })}</p>
        )}
        <Form method="post" className="actions">
          <Link className="button button-primary" to="/guidance">
            {t('another')}
          </Link>
          <button className="link-button" name="undo" value={last.id} type="submit">
            {t('undo')}
          </button>
        </Form>
      </div>
    </div>
  );
}
