import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

export type WaveFields = { name: string; opensOn: string; why: string };
type Props = {
  operationId: string;
  fields: WaveFields;
  /** A wave that exists keeps what it was, and a reason says why it changed. */
  isNew: boolean;
  errorOf: (id: string) => string | undefined;
};

/** Makes a wave, or gives it another name or day. */
export function WaveForm({ operationId, fields, isNew, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <Field id="name" prose label={t('wave.name')} error={errorOf('name')} defaultValue={fields.name} maxLength={60} />
      <DateField id="opensOn" label={t('wave.opens-on')} error={errorOf('opensOn')} defaultValue={fields.opensOn} />
      {!isNew && <TextArea id="why" label={t('wave.why')} error={errorOf('why')} defaultValue={fields.why} rows={3} />}
      <div className="actions">
        <button
          className={`button ${isNew ? 'button-primary' : 'button-secondary'}`}
          name="intent"
          value="save"
          type="submit"
        >
          {t(isNew ? 'wave.make' : 'wave.save')}
        </button>
      </div>
    </Form>
  );
}
