import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  operationId: string;
  services: readonly { id: string; name: string }[];
  chosen: string;
  today: string;
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Gives a service an override. */
export function OverrideForm({ operationId, services, chosen, today, sent, errorOf }: Props) {
  const { t } = useTranslation('policy');
  const field = (id: 'service' | 'reason' | 'decidedBy' | 'from' | 'lastDay') => ({
    id,
    label: t(`override.${id}`),
    error: errorOf(id),
    defaultValue: sent?.[id] ?? '',
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="operation" value={operationId} />
      <Select
        {...field('service')}
        defaultValue={sent?.service ?? chosen}
        options={[
          { value: '', label: t('override.choose') },
          ...services.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextArea {...field('reason')} rows={3} hint={t('override.reason-hint')} />
      <Field {...field('decidedBy')} prose className="input-width-l" hint={t('override.decidedBy-hint')} />
      <DateField {...field('from')} defaultValue={sent?.from || today} />
      <DateField {...field('lastDay')} />
      <div className="actions">
        <button className="button button-primary" name="intent" value="give" type="submit">
          {t('override.save')}
        </button>
      </div>
    </Form>
  );
}
