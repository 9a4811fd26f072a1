import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { RolloutType } from '#curriculum/rollout/rollout-event.ts';

type Props = {
  serviceId: string;
  operationId: string;
  today: string;
  types: readonly RolloutType[];
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Records a rollout event of a service. A refused form is shown again as it was typed. */
export function RolloutForm({ serviceId, operationId, today, types, sent, errorOf }: Props) {
  const { t } = useTranslation('agency');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="service" value={serviceId} />
      <input type="hidden" name="operation" value={operationId} />
      <Select
        id="type"
        label={t('rollout.type')}
        error={errorOf('type')}
        defaultValue={sent?.type ?? ''}
        options={types.map((value) => ({ value, label: t(`rollout.${value}`) }))}
      />
      <DateField id="onDay" label={t('rollout.on')} error={errorOf('onDay')} defaultValue={sent?.onDay || today} />
      <Field
        id="why"
        prose
        className="input-width-l"
        label={t('rollout.note')}
        hint={t('rollout.note-hint')}
        error={errorOf('why')}
        maxLength={1000}
        defaultValue={sent?.why ?? ''}
      />
      <div className="actions">
        <button className="button button-secondary" name="intent" value="rollout" type="submit">
          {t('rollout.save')}
        </button>
      </div>
    </Form>
  );
}
