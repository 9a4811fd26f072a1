import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { LinkedText } from '#app/components/base/linked-text.tsx';
import type { WhereToRead } from '#app/use-cases/learning/where-to-read.ts';

/** The place in a lesson that tells what a question asks, and the sources of that. */
export function ToRead({ toRead: { place, sources }, language }: { toRead: WhereToRead; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  return (
    <>
      {place && (
        <p>
          <Link className="text-link" to={place.to}>
            {t('quiz.see-place', { title: place.title[language] })}
          </Link>
        </p>
      )}
      {sources.length > 0 && (
        <p className="muted" lang="da">
          {sources.map((source, at) => (
            <Fragment key={source.map(({ text }) => text).join('')}>
              {at > 0 && ' · '}
              {t('quiz.source')} <LinkedText pieces={source} />
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}
