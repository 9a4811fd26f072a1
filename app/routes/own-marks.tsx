import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { ownMarks } from '#app/use-cases/study/own-marks.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'learn');
  return {
    title: translator({ language }, 'study')('marks.title'),
    language,
    ...(await ownMarks(world, viewer, language)),
  };
}

export default function OwnMarks() {
  const { language, notes, bookmarks } = useLoaderData<typeof loader>();
  const { t } = useTranslation('study');
  return (
    <>
      <h1>{t('marks.title')}</h1>
      <p className="lead">{t('marks.lead')}</p>
      {notes.length + bookmarks.length === 0 && (
        <>
          <p>{t('marks.none')}</p>
          <p>
            <Link to="/my-certificate">{t('marks.to-course')}</Link>
          </p>
        </>
      )}
      {bookmarks.length > 0 && (
        <section className="space-6" aria-labelledby="bookmarks">
          <h2 id="bookmarks" className="h3">
            {t('marks.bookmarks')}
          </h2>
          <ul>
            {bookmarks.map(({ to, step, section, at, language: told }) => (
              <li key={to}>
                <Link to={to}>
                  {step[language]}
                  {section && <span lang={told}>, {section}</span>}
                </Link>{' '}
                <span className="muted small">{t('marks.marked', { at: formatInstant(language, at) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section className="space-6" aria-labelledby="notes">
          <h2 id="notes" className="h3">
            {t('marks.notes')}
          </h2>
          <ul className="plain-list">
            {notes.map(({ to, step, section, text, at, language: told }) => (
              <li key={`${to} ${section}`} className="own-note">
                <h3 className="h4">
                  <Link to={to}>
                    {step[language]}
                    {section && <span lang={told}>, {section}</span>}
                  </Link>
                </h3>
                <p className="own-note__text">{text}</p>
                <p className="muted small">{t('marks.written', { at: formatInstant(language, at) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
