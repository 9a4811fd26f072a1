import { useTranslation } from 'react-i18next';
import { Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  only: { gate: string; lacks: string; serviceId: string };
  states: readonly ('unknown' | 'unmet' | 'soon')[];
  gates: readonly { key: string; short: string }[];
};

/** Narrows the list of papers that can be asked for. */
export function AskFilter({ only, states, gates }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <Form method="get" className="row space-6" key={JSON.stringify(only)}>
      {only.serviceId && <input type="hidden" name="service" value={only.serviceId} />}
      <Select
        id="gate"
        label={t('column.gate')}
        defaultValue={only.gate}
        options={[{ value: '', label: t('ask.all') }, ...gates.map(({ key, short }) => ({ value: key, label: short }))]}
      />
      <Select
        id="lacks"
        label={t('ask.lacks')}
        defaultValue={only.lacks}
        options={[
          { value: '', label: t('ask.all') },
          ...states.map((state) => ({ value: state, label: t(`ask.state.${state}`) })),
        ]}
      />
      <button className="button button-secondary" type="submit">
        {t('ask.show')}
      </button>
    </Form>
  );
}
