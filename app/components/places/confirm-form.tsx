import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  /** What the preview was of, sent again with the reason. */
  hidden: Readonly<Record<string, string>>;
  submit: string;
  why: string;
  error: string | undefined;
};

/** Carries out what a preview showed, with a reason. */
export function ConfirmForm({ hidden, submit, why, error }: Props) {
  const { t } = useTranslation('places');
  return (
    <Form method="post" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <TextArea
        id="why"
        label={t('closing.why')}
        hint={t('closing.why-hint')}
        error={error}
        defaultValue={why}
        rows={3}
      />
      <div className="actions">
        <button className="button button-primary" type="submit">
          {submit}
        </button>
      </div>
    </Form>
  );
}
