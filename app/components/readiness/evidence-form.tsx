import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  serviceId: string;
  operationId: string;
  today: string;
  gates: readonly { key: string; title: string }[];
  /** The gate preselected by the link beside it. */
  chosen: string;
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Records what is known about a gate. A refused form is shown again as it was typed. */
export function EvidenceForm({ serviceId, operationId, today, gates, chosen, sent, errorOf }: Props) {
  const { t } = useTranslation('agency');
  const field = (id: 'gate' | 'value' | 'observedOn' | 'lastDay' | 'note') => ({
    id,
    label: t(`evidence.${id}`),
    error: errorOf(id),
    defaultValue: sent?.[id] ?? '',
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="service" value={serviceId} />
      <input type="hidden" name="operation" value={operationId} />
      <Select
        {...field('gate')}
        defaultValue={sent?.gate ?? chosen}
        options={gates.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <Select
        {...field('value')}
        options={(['opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'] as const).map((value) => ({
          value,
          label: t(`gate.${value}`),
        }))}
      />
      <DateField {...field('observedOn')} defaultValue={sent?.observedOn || today} />
      <DateField {...field('lastDay')} hint={t('evidence.optional')} />
      <TextArea {...field('note')} rows={3} hint={t('evidence.note-hint')} />
      <div className="actions">
        <button className="button button-primary" name="intent" value="evidence" type="submit">
          {t('evidence.save')}
        </button>
      </div>
    </Form>
  );
}
