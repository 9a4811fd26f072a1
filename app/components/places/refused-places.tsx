import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';

/** The refused rows as a file: a form, since what was read is not stored. */
export function RefusedPlaces({ kind, text, count }: { kind: string; text: string; count: number }) {
  const { t } = useTranslation('places');
  return (
    <Form method="post" action="/places/import/refused.csv" reloadDocument>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="text" value={text} />
      <p>{t('import.mend')}</p>
      <button className="button button-secondary" type="submit">
        {t('import.refused-file', { count })}
      </button>
    </Form>
  );
}
