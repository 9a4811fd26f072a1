import { useTranslation } from 'react-i18next';

/** What is wrong with a control. A screen reader hears first that it is an error. */
export function FieldError({ id, error }: { id: string; error: string }) {
  const { t } = useTranslation('common');
  return (
    <span className="form-error-message" id={`${id}-error`}>
      <span className="sr-only">{t('form.error')} </span>
      {error}
    </span>
  );
}
