import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { QueueEntry } from '#app/use-cases/grading/list-queue.server.ts';
import { formatDayOf } from '#app/words/format.ts';

type Taken = { taken: readonly QueueEntry[]; count: number; language: 'da' | 'en' };

/**
 * The work that other leaders have taken, oldest first: who, since when, and whether it may be taken over. `count` is
 * how much there is in all.
 */
export function TakenWork({ taken, count, language }: Taken) {
  const { t } = useTranslation('leader');
  return (
    <section className="space-7" aria-labelledby="taken">
      <h2 className="h3" id="taken">
        {t('queue.taken', { count })}
      </h2>
      {taken.length < count && <p>{t('queue.taken-first', { count: taken.length })}</p>}
      <ol className="queue">
        {taken.map(({ submissionId, step, name, hold, daysWaited, holder }) => (
          <li key={submissionId}>
            <div className="waiting">
              <span className="sr-only">{t('queue.waited')} </span>
              {t('queue.days', { count: daysWaited })}
            </div>
            <div>
              <h3>{step[language]}</h3>
              <p className="muted">{name ?? hold}</p>
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
                aria-label={
                  name
                    ? t('queue.take-over-name', { step: step[language], name })
                    : t('queue.take-over-unnamed', { step: step[language], hold })
                }
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
