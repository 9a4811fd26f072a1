import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { AppealView } from '#app/use-cases/appeals/appeal-of-step.server.ts';
import { formatDayOf, formatInstant } from '#app/words/format.ts';

type Props = { appeal: AppealView; language: 'da' | 'en'; sent?: { field: string; error: string; text: string } };

/** The appeals about a step with their answers, and a form to appeal while the deadline has not passed. */
export function AppealPart({ appeal, language, sent }: Props) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const wrong = sent?.field === 'words' ? sent : undefined;
  return (
    <section className="space-6" aria-label={t('appeal.title')}>
      {appeal.lodged.map(({ id, words, lodgedAt, state, decided }) => (
        <Message
          key={id}
          tone={decided && decided.decision !== 'dismissed' ? 'ok' : 'neutral'}
          lead={
            decided
              ? t(`appeal.decided.${decided.decision}`, { at: formatInstant(language, decided.at), by: decided.by })
              : t('appeal.lodged', { at: formatInstant(language, lodgedAt) })
          }
        >
          {decided && <blockquote>{decided.feedback}</blockquote>}
          {state !== 'decided' && <p>{t(`appeal.state.${state}`)}</p>}
          <details>
            <summary>{t('appeal.yours')}</summary>
            <p>{words}</p>
          </details>
        </Message>
      ))}
      {appeal.until && (
        <details className="disclosure space-5" open={wrong !== undefined}>
          <summary>{t('appeal.title')}</summary>
          <p>{t('appeal.lead', { until: formatDayOf(language, appeal.until) })}</p>
          <ErrorSummary title={common('form.summary')} errors={wrong ? [{ id: 'words', message: wrong.error }] : []} />
          <Form method="post" noValidate>
            <TextArea
              id="words"
              label={t('appeal.words')}
              hint={t('appeal.words-hint')}
              error={wrong?.error}
              defaultValue={wrong?.text ?? ''}
              maxLength={5_000}
            />
            <button className="button button-secondary" name="intent" value="appeal" type="submit">
              {t('appeal.send')}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}
