import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { GuidancePointField } from './guidance-point-field.tsx';

type Props = {
  municipalities: readonly { code: string; name: string }[];
  fields: { name: string; municipality: string; opened: string; guidancePoint: boolean };
  errorOf: (id: string) => string | undefined;
};

/** Puts right what a library is called and where it stands. */
export function CorrectLibraryForm({ municipalities, fields, errorOf }: Props) {
  const { t } = useTranslation('places');
  const field = (id: 'name' | 'municipality' | 'opened', label: string) => ({
    id,
    label,
    error: errorOf(id),
    defaultValue: fields[id],
  });
  return (
    <Form method="post" noValidate>
      <Field {...field('name', t('open.name'))} prose className="input-width-l" autoComplete="off" />
      <Select
        {...field('municipality', t('open.municipality'))}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DateField {...field('opened', t('library.opened'))} />
      <GuidancePointField id="guidancePoint" checked={fields.guidancePoint} />
      <div className="actions">
        <button className="button button-secondary" name="intent" value="correct" type="submit">
          {t('library.save')}
        </button>
      </div>
    </Form>
  );
}
