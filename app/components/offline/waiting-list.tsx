import { useTranslation } from 'react-i18next';
import { askWorker } from '#app/offline/ask-worker.ts';
import type { Told } from '#app/offline/worker-scope.ts';
import { formatInstant } from '#app/words/format.ts';

type Props = { waiting: NonNullable<Told['waiting']>; language: 'da' | 'en' };

/** What waits to be sent, and what the server would not take. */
export function WaitingList({ waiting, language }: Props) {
  const { t } = useTranslation('offline');
  return (
    <section className="space-6" aria-labelledby="waiting-list">
      <h2 className="h3" id="waiting-list">
        {t('waiting.title')}
      </h2>
      {waiting.length === 0 && <p>{t('waiting.none')}</p>}
      <ul className="plain-list">
        {waiting.map(({ id, kind, to, title, at, refused }) => {
          const named = kind === 'exercise' || kind === 'read' ? `: ${title}` : '';
          const what = t(`waiting.kind.${kind}`) + named;
          return (
            <li key={id}>
              <p>
                <b>{what}</b> <span className="muted">{t('waiting.since', { at: formatInstant(language, at) })}</span>
              </p>
              {refused !== undefined && <p>{t('waiting.refused')}</p>}
              <p className="actions">
                <a className="text-link" href={to.split('?')[0]}>
                  {t('waiting.open')}
                </a>
                <button
                  className="button button-secondary"
                  type="button"
                  aria-label={t('waiting.drop-what', { what })}
                  onClick={() => void askWorker({ ask: 'drop', id })}
                >
                  {t('waiting.drop')}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
