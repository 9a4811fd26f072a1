import { useTranslation } from 'react-i18next';
import { Field, Select } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { Undecided } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { lacksText } from './lacks-text.ts';

type Props = {
  operationId: string;
  undecided: readonly Undecided[];
  ready: number;
  waves: readonly { id: string; name: string }[];
  gates: Readonly<Record<string, string>>;
  sent: Readonly<Record<string, string>> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Decides about each service that is not ready, and freezes the picture that is signed. */
export function BeginSignOffForm({ operationId, undecided, ready, waves, gates, sent, errorOf }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <p>{t('sign.begin-what', { count: ready })}</p>
      {undecided.map(({ serviceId, name, lacks, hasOverride }) => (
        <FieldSet
          key={serviceId}
          id={`decide-${serviceId}`}
          legend={<b>{name}</b>}
          hint={t('sign.lacks', { lacks: lacksText(t, lacks, gates) })}
          error={errorOf(`decide-${serviceId}`)}
          className="field"
        >
          <Select
            id={`outcome.${serviceId}`}
            label={t('sign.outcome')}
            defaultValue={sent?.[`outcome.${serviceId}`] ?? (hasOverride ? 'override' : '')}
            options={[
              { value: '', label: t('sign.choose') },
              { value: 'waits', label: t('sign.waits') },
              ...waves.map((wave) => ({ value: `moved:${wave.id}`, label: t('sign.moved', { wave: wave.name }) })),
              ...(hasOverride ? [{ value: 'override', label: t('sign.override') }] : []),
            ]}
          />
          <Field
            id={`why.${serviceId}`}
            prose
            className="input-width-l"
            label={t('sign.why')}
            maxLength={1000}
            defaultValue={sent?.[`why.${serviceId}`] ?? ''}
          />
        </FieldSet>
      ))}
      <div className="actions">
        <button className="button button-primary" name="intent" value="begin" type="submit">
          {t('sign.begin')}
        </button>
      </div>
    </Form>
  );
}
