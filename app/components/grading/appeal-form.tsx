import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { DecisionChoice } from './decision-choice.tsx';

type Props = {
  name: string;
  sent: { field: string; error: string; decision: string; feedback: string } | undefined;
};

const decisions = ['retry', 'pass', 'dismissed'] as const;

/** The decision about an appeal and the words to the adviser. */
export function AppealForm({ name, sent }: Props) {
  const { t } = useTranslation('leader');
  return (
    <Form method="post" noValidate>
      <DecisionChoice
        legend={t('appeal.decision')}
        choices={decisions.map((value) => ({
          value,
          label: t(`appeal.choice.${value}`),
          text: t(`appeal.choice-text.${value}`),
        }))}
        chosen={sent?.decision}
        error={sent?.field === 'decision-retry' ? sent.error : undefined}
      />
      <TextArea
        id="feedback"
        label={t('appeal.feedback', { name })}
        hint={t('appeal.feedback-hint', { name })}
        error={sent?.field === 'feedback' ? sent.error : undefined}
        defaultValue={sent?.feedback ?? ''}
      />
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="decide">
          {t('appeal.send')}
        </button>
      </div>
    </Form>
  );
}
