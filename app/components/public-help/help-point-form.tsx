import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { HelpPointFields, HelpPointView } from '#app/use-cases/help-points/see-help-point.server.ts';

type Props = {
  operationId: string;
  topics: HelpPointView['topics'];
  fields: HelpPointFields;
  errorOf: (id: string) => string | undefined;
};

/** What a library service says of its help, as everybody will read it. */
export function HelpPointForm({ operationId, topics, fields, errorOf }: Props) {
  const { t } = useTranslation('help-points');
  const field = (id: Exclude<keyof HelpPointFields, 'topics' | 'from'>) => ({
    id,
    label: t(`form.${id}`),
    hint: t(`form.${id}-hint`),
    error: errorOf(id),
    defaultValue: fields[id],
    className: 'input-width-l',
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <Field {...field('times')} prose />
      <Field {...field('place')} prose />
      <Field {...field('access')} prose />
      <Field {...field('booking')} prose />
      <Field {...field('phone')} prose autoComplete="off" />
      <Field {...field('languages')} prose />
      <FieldSet id="topics" legend={t('form.topics')} error={errorOf('topics')} className="form-group">
        {topics.map(({ key, text }, at) => (
          <div className="form-group-checkbox" key={key}>
            <input
              className="form-checkbox"
              type="checkbox"
              id={at === 0 ? 'topics' : `topics-${key}`}
              name="topics"
              value={key}
              defaultChecked={fields.topics.includes(key)}
            />
            <label htmlFor={at === 0 ? 'topics' : `topics-${key}`}>{text}</label>
          </div>
        ))}
      </FieldSet>
      <DateField id="from" label={t('form.from')} error={errorOf('from')} defaultValue={fields.from} />
      <div className="actions">
        <button className="button button-primary" name="intent" value="save" type="submit">
          {t('form.save')}
        </button>
      </div>
    </Form>
  );
}
