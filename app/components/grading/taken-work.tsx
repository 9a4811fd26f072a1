import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { QueueEntry } from '#app/use-cases/grading/list-queue.server.ts';
import { formatDayOf } from '#app/words/format.ts';

/** The work that other leaders have taken: who, since when, and whether it may be taken over. */
export function TakenWork({ taken, language }: { taken: readonly QueueEntry[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  return (
    <section className="space-7" aria-labelledby="taken">
      <h2 className="h3" id="taken">
        {t('queue.taken', { count: taken.length })}
      </h2>
      <ol className="queue">
        {taken.map(({ submissionId, step, name, daysWaited, holder }) => (
          <li key={submissionId}>
            <div className="waiting">
              <span className="sr-only">{t('queue.waited')} </span>
              {t('queue.days', { count: daysWaited })}
            </div>
            <div>
              <h3>{step[language]}</h3>
              <p className="muted">{name}</p>
              {holder && (
                <p>
                  {t('queue.taken-by', { name: holder.name, at: formatDayOf(language, holder.since) })}{' '}
                  {!holder.mayTakeOver && t('queue.take-over-from', { at: formatDayOf(language, holder.takeOverFrom) })}
                </p>
              )}
            </div>
            {holder?.mayTakeOver && (
              <Link
                className="button button-secondary"
                to={`/grading/${submissionId}`}
                aria-label={t('queue.take-over-name', { step: step[language], name })}
              >
                {t('queue.take-over')}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
