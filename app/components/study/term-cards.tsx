import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { Term } from '#curriculum/glossary/parse-glossary.ts';

// The types of React 18 do not know the attribute; the browser opens the card with it, without JavaScript.
const popover = { popover: 'auto' };

/** What the marked words of a text mean: each card opens by its word, and on paper all stand below the text. */
export function TermCards({ terms, language }: { terms: readonly Term[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('study');
  if (terms.length === 0) return null;
  const other = language === 'da' ? 'en' : 'da';
  return (
    <aside aria-label={t('glossary.title')}>
      {terms.map(({ id, term, means }) => (
        <div key={id} id={`term-${id}`} className="term-card" {...popover}>
          <p className="no-margin">
            <b>{term[language]}</b>{' '}
            <span className="muted small" lang={other}>
              {term[other]}
            </span>
          </p>
          <p className="no-margin">{means[language]}</p>
          <p className="no-margin only-screen">
            <Link to={`/glossary#${id}`}>{t('glossary.see')}</Link>
          </p>
        </div>
      ))}
    </aside>
  );
}
