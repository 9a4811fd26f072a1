import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';
import type { HoldRefused } from './hold-refused.ts';

type Props = { day: HoldView['days'][number]; refused: HoldRefused | undefined };

/** Forms to put a course day right, to move it, and to cancel it as long as nobody was noted on it. */
export function CourseDayActions({ day, refused }: Props) {
  const { t } = useTranslation('leader');
  const mine = refused?.fields.day === day.id ? refused : undefined;
  const idOf = (name: string) => `${name}-${day.id}`;
  const field = (name: 'heldOn' | 'startsAt' | 'place') => ({
    id: idOf(name),
    name,
    label: t(`holds.field.${name}`),
    error: mine?.errors.find(({ id }) => id === idOf(name))?.message,
    defaultValue: mine?.fields[name] ?? day[name],
  });
  return (
    <>
      <details className="disclosure" open={mine !== undefined && 'heldOn' in mine.fields}>
        <summary>{t('hold.change-day')}</summary>
        <p>{t('hold.change-day-text')}</p>
        <Form method="post" noValidate preventScrollReset>
          <input type="hidden" name="day" value={day.id} />
          <DateField {...field('heldOn')} />
          <Field {...field('startsAt')} type="time" />
          <Field {...field('place')} prose className="input-width-l" hint={t('holds.optional')} />
          <button className="button button-secondary" name="intent" value="change-day" type="submit">
            {t('hold.change-day-submit')}
          </button>
        </Form>
      </details>
      {day.noted.length === 0 && (
        <details className="disclosure" open={mine !== undefined && 'reason' in mine.fields}>
          <summary>{t('hold.cancel-day')}</summary>
          <p>{t('hold.cancel-day-text')}</p>
          <Form method="post" noValidate preventScrollReset>
            <input type="hidden" name="day" value={day.id} />
            <TextArea
              id={idOf('reason')}
              name="reason"
              rows={2}
              label={t('adviser.reason')}
              error={mine?.errors.find(({ id }) => id === idOf('reason'))?.message}
              defaultValue={mine?.fields.reason ?? ''}
              maxLength={1_000}
            />
            <button className="button button-secondary" name="intent" value="cancel-day" type="submit">
              {t('hold.cancel-day')}
            </button>
          </Form>
        </details>
      )}
    </>
  );
}
