import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = { open: boolean; written: string; error: string | undefined };

/** Takes back evidence that was recorded by mistake, with a reason. */
export function WithdrawEvidenceForm({ open, written, error }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <details className="disclosure space-5 only-screen" open={open}>
      <summary>{t('withdraw.title')}</summary>
      <p>{t('withdraw.what')}</p>
      <Form method="post" noValidate>
        <TextArea
          id="withdraw-why"
          name="why"
          label={t('withdraw.why')}
          error={error}
          defaultValue={written}
          rows={3}
        />
        <div className="actions">
          <button className="button button-secondary" name="intent" value="withdraw" type="submit">
            {t('withdraw.do')}
          </button>
        </div>
      </Form>
    </details>
  );
}
