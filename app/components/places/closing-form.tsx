import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';

export type ClosingFields = Record<'day' | 'successor' | 'people', string>;
type Props = { fields: ClosingFields; errorOf: (id: string) => string | undefined };

/** Asks when a library closes and what happens to its people, and shows it before anything is saved. */
export function ClosingForm({ fields, errorOf }: Props) {
  const { t } = useTranslation('places');
  return (
    <Form method="get" noValidate>
      <DateField
        id="day"
        label={t('closing.day')}
        hint={t('closing.day-hint')}
        error={errorOf('day')}
        defaultValue={fields.day}
      />
      <Field
        id="successor"
        label={t('closing.successor')}
        hint={t('closing.successor-hint')}
        error={errorOf('successor')}
        defaultValue={fields.successor}
        inputMode="numeric"
        className="input-width-s"
        autoComplete="off"
      />
      <div className="form-group">
        <FieldSet id="people" legend={t('closing.people')} error={errorOf('people')} className="field">
          <div className="answers">
            {(['move', 'end'] as const).map((value) => (
              <div className="answers__option" key={value}>
                <input
                  type="radio"
                  name="people"
                  id={`people-${value}`}
                  value={value}
                  defaultChecked={fields.people === value}
                />
                <label htmlFor={`people-${value}`}>{t(`closing.${value}`)}</label>
              </div>
            ))}
          </div>
        </FieldSet>
      </div>
      <div className="actions">
        <button className="button button-secondary" type="submit">
          {t('closing.see')}
        </button>
      </div>
    </Form>
  );
}
