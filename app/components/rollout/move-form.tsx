import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Select, TextArea } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';

export type MoveFields = { services: string[]; wave: string; from: string; reason: string };
type Props = {
  /** Two of these forms stand on one page. */
  id: 'out' | 'in';
  operationId: string;
  services: readonly { id: string; name: string; wave?: string | null }[];
  /** Where to; the form that moves services here asks nothing. */
  waves: readonly { id: string; name: string }[];
  fields: MoveFields;
  errorOf: (id: string) => string | undefined;
};

/** Moves the ticked services to a wave from a day on, with a reason. */
export function MoveForm({ id, operationId, services, waves, fields, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <FieldSet id={`${id}-services`} legend={t(`move.${id}-who`)} error={errorOf(`${id}-services`)} className="field">
        <ul className="ticks">
          {services.map((service) => (
            <li className="form-group-checkbox" key={service.id}>
              <input
                className="form-checkbox"
                type="checkbox"
                id={`${id}-${service.id}`}
                name="services"
                value={service.id}
                defaultChecked={fields.services.includes(service.id)}
              />
              <label htmlFor={`${id}-${service.id}`}>
                {service.name}
                {service.wave && ` (${service.wave})`}
              </label>
            </li>
          ))}
        </ul>
      </FieldSet>
      {id === 'out' && (
        <Select
          id="wave"
          label={t('move.to')}
          error={errorOf('wave')}
          defaultValue={fields.wave}
          options={[
            ...waves.map((wave) => ({ value: wave.id, label: wave.name })),
            { value: '', label: t('move.none') },
          ]}
        />
      )}
      <DateField id={`${id}-from`} label={t('move.from')} error={errorOf(`${id}-from`)} defaultValue={fields.from} />
      <TextArea
        id={`${id}-reason`}
        name="reason"
        label={t('move.why')}
        hint={id === 'in' ? t('move.why-hint') : undefined}
        error={errorOf(`${id}-reason`)}
        defaultValue={fields.reason}
        rows={3}
      />
      <div className="actions">
        <button className="button button-secondary" name="intent" value={`move-${id}`} type="submit">
          {t(`move.${id}`)}
        </button>
      </div>
    </Form>
  );
}
