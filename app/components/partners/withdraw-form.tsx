import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = { title: string; what: string; open: boolean; written: string; error: string | undefined };

/** Takes back what was recorded by mistake, with a reason. */
export function WithdrawForm({ title, what, open, written, error }: Props) {
  const { t } = useTranslation('partners');
  return (
    <details className="disclosure only-screen" open={open}>
      <summary>{title}</summary>
      <p>{what}</p>
      <Form method="post" noValidate>
        <TextArea
          id="withdraw-why"
          name="why"
          label={t('version.withdraw-why')}
          error={error}
          defaultValue={written}
          rows={3}
        />
        <div className="actions">
          <button className="button button-secondary" name="intent" value="withdraw" type="submit">
            {t('version.withdraw-do')}
          </button>
        </div>
      </Form>
    </details>
  );
}
