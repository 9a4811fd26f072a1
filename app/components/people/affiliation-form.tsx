import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { WorkView } from '#app/use-cases/people/see-work.server.ts';

type Props = {
  affiliation: WorkView['affiliations'][number];
  day: (text: string) => string;
  sent: { field: string; error: string; fields: Record<'library' | 'from' | 'lastDay', string> } | undefined;
};

/** One affiliation, and the form that corrects it. */
export function AffiliationForm({ affiliation, day, sent }: Props) {
  const { t } = useTranslation('agency');
  const { id, number, library, from, lastDay, guidesFrom, planned } = affiliation;
  const named = { library, from: day(from) };
  const field = (name: 'library' | 'from' | 'lastDay', label: string, was: string) => ({
    id: `${name}-${id}`,
    name,
    label,
    error: sent?.field === name ? sent.error : undefined,
    defaultValue: sent?.fields[name] ?? was,
  });
  return (
    <div className="space-5">
      <p>
        {lastDay
          ? t('work.period', { ...named, number, lastDay: day(lastDay) })
          : t('work.since', { ...named, number })}
        {planned && ` · ${t('work.planned')}`}
        {guidesFrom && ` · ${t('work.guides', { day: day(guidesFrom) })}`}
      </p>
      <details className="disclosure" open={sent !== undefined}>
        <summary>{t('work.correct', named)}</summary>
        <p>{t('work.move-hint')}</p>
        <Form method="post" noValidate>
          <input type="hidden" name="affiliation" value={id} />
          <Field
            {...field('library', t('work.library'), number)}
            inputMode="numeric"
            className="input-width-s"
            autoComplete="off"
          />
          <DateField {...field('from', t('work.from'), from)} />
          <DateField {...field('lastDay', t('work.last-day'), lastDay ?? '')} hint={t('work.last-day-hint')} />
          <div className="actions">
            <button className="button button-primary" type="submit">
              {t('work.save')}
            </button>
            <button
              className="button button-secondary"
              name="intent"
              value="drop"
              type="submit"
              aria-label={t(planned ? 'work.drop-planned-name' : 'work.drop-name', named)}
            >
              {t(planned ? 'work.drop-planned' : 'work.drop')}
            </button>
          </div>
        </Form>
      </details>
    </div>
  );
}
