import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { FoundInCourse as Found } from '#app/use-cases/study/find-in-course.server.ts';

/** What was found in what somebody learns from: texts, words and own notes. A text that is not translated is Danish. */
export function FoundInCourse({ found, language }: { found: Found; language: 'da' | 'en' }) {
  const { t } = useTranslation('study');
  return (
    <>
      {found.sections.length > 0 && (
        <section className="space-6" aria-labelledby="sections">
          <h2 id="sections" className="h3">
            {t('search.sections')}
          </h2>
          <ul>
            {found.sections.map(({ to, step, section, excerpt, language: told }) => (
              <li key={to}>
                <Link to={to}>
                  {step[language]}
                  <span lang={told}>, {section}</span>
                </Link>
                <p className="no-margin" lang={told}>
                  {excerpt}
                </p>
              </li>
            ))}
          </ul>
          <p className="muted small">{t('search.closed')}</p>
        </section>
      )}
      {found.terms.length > 0 && (
        <section className="space-6" aria-labelledby="terms">
          <h2 id="terms" className="h3">
            {t('search.terms')}
          </h2>
          <ul>
            {found.terms.map(({ id, term, means }) => (
              <li key={id}>
                <Link to={`/glossary#${id}`}>{term[language]}</Link>: {means[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.notes.length > 0 && (
        <section className="space-6" aria-labelledby="notes">
          <h2 id="notes" className="h3">
            {t('search.notes')}
          </h2>
          <ul>
            {found.notes.map(({ to, step, section, text, language: told }) => (
              <li key={`${to} ${section}`}>
                <Link to={to}>
                  {step[language]}
                  {section && <span lang={told}>, {section}</span>}
                </Link>
                <p className="own-note__text no-margin">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
