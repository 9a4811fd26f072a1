import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';

type Props = {
  serviceId: string;
  today: string;
  /** Those at the library who hold no certificate; who is certified guides from that day. */
  people: readonly { id: string; name: string; library: string }[];
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Says from which day somebody guides citizens before they are certified, or that they do not. */
export function GuidesForm({ serviceId, today, people, sent, errorOf }: Props) {
  const { t } = useTranslation('agency');
  const field = (id: 'person' | 'guidesFrom') => ({
    id,
    label: t(`guides.${id}`),
    error: errorOf(id),
  });
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="service" value={serviceId} />
      <Select
        {...field('person')}
        defaultValue={sent?.person ?? ''}
        options={people.map(({ id, name, library }) => ({ value: id, label: `${name}, ${library}` }))}
      />
      <DateField {...field('guidesFrom')} hint={t('guides.hint')} defaultValue={sent?.guidesFrom || today} />
      <div className="actions">
        <button className="button button-secondary" name="intent" value="guides" type="submit">
          {t('guides.save')}
        </button>
        <button className="button button-secondary" name="intent" value="guides-not" type="submit">
          {t('guides.not')}
        </button>
      </div>
    </Form>
  );
}
