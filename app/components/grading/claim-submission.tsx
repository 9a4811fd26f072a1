import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import type { SubmissionToGrade } from '#app/use-cases/grading/see-submission.server.ts';
import { TakeOver } from './take-over.tsx';

type Props = {
  view: Pick<SubmissionToGrade, 'state' | 'holder'>;
  language: 'da' | 'en';
  sent: { field: string; error: string; reason: string; feedback: string } | undefined;
};

/** Work that this leader has not taken: take it, take it over, or see that it is too late. */
export function ClaimSubmission({ view: { state, holder }, language, sent }: Props) {
  const { t } = useTranslation('leader');
  return (
    <>
      {holder ? (
        <TakeOver
          holder={holder}
          language={language}
          reason={sent?.reason ?? ''}
          error={sent?.field === 'reason' ? sent.error : undefined}
        />
      ) : (
        <p>{state === 'handed-in' ? t('grade.claim-text') : t('grade.over')}</p>
      )}
      {sent?.feedback && (
        <blockquote>
          <b>{t('grade.typed')}</b>
          <br />
          {sent.feedback}
        </blockquote>
      )}
      {state === 'handed-in' && (
        <Form method="post">
          <button className="button button-primary" name="intent" value="claim" type="submit">
            {t('grade.claim')}
          </button>
        </Form>
      )}
    </>
  );
}
