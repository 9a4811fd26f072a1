import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { WorkHolder } from '#app/use-cases/grading/holder-of.ts';
import type { QueueEntry } from '#app/use-cases/grading/list-queue.server.ts';
import { formatDayOf, formatInstant } from '#app/words/format.ts';

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

/**
 * Work that another leader has taken: who has it, and a form to take it over with a reason once it has waited long
 * enough.
 */
export function TakeOver(props: {
  holder: WorkHolder;
  language: 'da' | 'en';
  reason?: string;
  error?: string | undefined;
}) {
  const { holder, language, reason = '', error } = props;
  const { t } = useTranslation('leader');
  return (
    <>
      <p>{t('queue.taken-by', { name: holder.name, at: formatInstant(language, holder.since) })}</p>
      {holder.mayTakeOver ? (
        <Form method="post" noValidate>
          <p>{t('grade.take-over-text', { name: holder.name })}</p>
          <TextArea
            id="reason"
            rows={3}
            label={t('grade.take-over-reason')}
            hint={t('adviser.reason-hint')}
            error={error}
            defaultValue={reason}
            maxLength={1_000}
          />
          <div className="actions">
            <button className="button button-secondary" name="intent" value="take-over" type="submit">
              {t('queue.take-over')}
            </button>
          </div>
        </Form>
      ) : (
        <p>{t('queue.take-over-from', { at: formatDayOf(language, holder.takeOverFrom) })}</p>
      )}
    </>
  );
}
