import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';

type Props = {
  title: string;
  facts: readonly (string | null | undefined | false)[];
  /** What went wrong: with a field, or with the whole form when `field` is empty. */
  refused: { field: string; error: string } | undefined;
  /** Why this leader may not decide, if they may not. */
  conflict: { lead: string; reason: string | undefined };
};

/** The top of a page where a leader decides about an adviser's work. */
export function CaseHead({ title, facts, refused, conflict }: Props) {
  const { t } = useTranslation('common');
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} links={[{ to: '/grading', text: t('menu.grading') }]} here={title} />
      <h1 className="h2">{title}</h1>
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
      {refused?.field === '' && <FormAnswer tone="error" lead={refused.error} />}
      <ErrorSummary
        title={t('form.summary')}
        errors={refused?.field ? [{ id: refused.field, message: refused.error }] : []}
      />
      {conflict.reason && (
        <Message tone="warning" lead={conflict.lead}>
          <p>{conflict.reason}</p>
        </Message>
      )}
    </>
  );
}
