import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { SubmissionToGrade } from '#app/use-cases/grading/see-submission.server.ts';
import { TakeOver } from './take-over.tsx';

type Props = {
  view: Pick<SubmissionToGrade, 'state' | 'holder' | 'double'>;
  language: 'da' | 'en';
  sent: { field: string; error: string; reason: string; feedback: string } | undefined;
};

/** Work that this leader has not taken: take it, take it over, or see that it is too late. */
export function ClaimSubmission({ view: { state, holder, double }, language, sent }: Props) {
  const { t } = useTranslation('leader');
  return (
    <>
      {double.isAnothers ? (
        <Message tone="ok" lead={t('grade.first-stored')}>
          <p>{t('grade.first-stored-text')}</p>
        </Message>
      ) : holder ? (
        <TakeOver
          holder={holder}
          language={language}
          reason={sent?.reason ?? ''}
          error={sent?.field === 'reason' ? sent.error : undefined}
        />
      ) : (
        <>
          {state === 'handed-in' && double.next === 'second' && <p>{t('grade.second-text')}</p>}
          {state === 'handed-in' && double.next === 'settling' && <p>{t('grade.settling-text')}</p>}
          <p>{state === 'handed-in' ? t('grade.claim-text') : t('grade.over')}</p>
        </>
      )}
      {sent?.feedback && (
        <blockquote>
          <b>{t('grade.typed')}</b>
          <br />
          {sent.feedback}
        </blockquote>
      )}
      {state === 'handed-in' && !double.isAnothers && (
        <Form method="post">
          <button className="button button-primary" name="intent" value="claim" type="submit">
            {t('grade.claim')}
          </button>
        </Form>
      )}
    </>
  );
}
