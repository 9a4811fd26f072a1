import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = { overrideId: string; service: string; written: string; open: boolean; error: string | undefined };

/** Withdraws an override from today on, with a reason. */
export function WithdrawOverride({ overrideId, service, written, open, error }: Props) {
  const { t } = useTranslation('policy');
  return (
    <details className="disclosure only-screen" open={open}>
      <summary>{t('override.withdraw.title', { service })}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="override" value={overrideId} />
        <TextArea
          id={`why-${overrideId}`}
          name="why"
          label={t('override.withdraw.why')}
          error={error}
          defaultValue={written}
          rows={3}
        />
        <div className="actions">
          <button className="button button-secondary" name="intent" value="withdraw" type="submit">
            {t('override.withdraw.do')}
          </button>
        </div>
      </Form>
    </details>
  );
}
