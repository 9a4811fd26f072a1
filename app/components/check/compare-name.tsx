import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

/** Compares a typed name with the name on the paper. Somebody who does not know the name sees only initials. */
export function CompareName({ compared }: { compared: { typed: string; error?: string | undefined } | undefined }) {
  const { t } = useTranslation('public');
  useEffect(() => {
    if (compared?.error) document.getElementById('name')?.focus();
  }, [compared]);
  return (
    <Form className="space-6" method="post" noValidate>
      <Field
        id="name"
        prose
        className="input-width-l"
        autoComplete="off"
        autoFocus={compared?.error !== undefined}
        label={t('verify.name-label')}
        hint={t('verify.name-hint')}
        defaultValue={compared?.typed}
        error={compared?.error}
      />
      <div className="actions">
        <button className="button button-secondary" type="submit">
          {t('verify.name-submit')}
        </button>
      </div>
    </Form>
  );
}
