import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { WorkHolder } from '#app/use-cases/grading/holder-of.ts';
import { formatDayOf, formatInstant } from '#app/words/format.ts';

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
