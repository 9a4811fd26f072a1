import { useTranslation } from 'react-i18next';
import type { PracticeView } from '#app/use-cases/practice/practice-view-of.ts';

type Props = Pick<PracticeView, 'changes'> & { language: 'da' | 'en' };

/** What has changed in the facts since the certificate: what was said then, what holds now, and where it comes from. */
export function ChangedFacts({ changes, language }: Props) {
  const { t } = useTranslation('practice');
  if (changes.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="changes">
      <h2 id="changes">{t('changes.title')}</h2>
      {changes.map(({ title, from, facts }) => (
        <div key={title.da}>
          <p className="lead">{t('changes.text', { edition: from })}</p>
          <ul className="changes">
            {facts.map(({ id, before, now, source }) => (
              <li key={id}>
                {before && (
                  <p className="muted">
                    {t('changes.before')}: <del>{before[language]}</del>
                  </p>
                )}
                <p>
                  <b>{t(before ? 'changes.now' : 'changes.new')}:</b> {now[language]}
                </p>
                <p className="muted" lang="da">
                  {t('changes.source', { source })}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
