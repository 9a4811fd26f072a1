import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { TimeField } from '#app/components/base/time-field.tsx';
import type { CourseDayEntry } from '#app/use-cases/holds/course-days/course-day-entries.ts';
import type { HoldRefused } from './hold-refused.ts';

type Props = { day: CourseDayEntry; isNoted: boolean; refused: HoldRefused | undefined };

/** Forms to put a course day right, to move it, and to cancel it as long as nobody was noted on it. */
export function CourseDayActions({ day, isNoted, refused }: Props) {
  const { t } = useTranslation('leader');
  const field = (name: 'heldOn' | 'startsAt' | 'place') => ({
    id: name,
    label: t(`holds.field.${name}`),
    error: refused?.errors.find(({ id }) => id === name)?.message,
    defaultValue: refused?.fields[name] ?? day[name],
  });
  return (
    <>
      <details className="disclosure" open={refused !== undefined && 'heldOn' in refused.fields}>
        <summary>{t('hold.change-day')}</summary>
        <p>{t('hold.change-day-text')}</p>
        <Form method="post" noValidate preventScrollReset>
          <DateField {...field('heldOn')} />
          <TimeField {...field('startsAt')} />
          <Field {...field('place')} prose className="input-width-l" hint={t('holds.optional')} />
          <button className="button button-secondary" name="intent" value="change-day" type="submit">
            {t('hold.change-day-submit')}
          </button>
        </Form>
      </details>
      {!isNoted && (
        <details
          className="disclosure"
          open={refused !== undefined && 'reason' in refused.fields && !('attendance' in refused.fields)}
        >
          <summary>{t('hold.cancel-day')}</summary>
          <p>{t('hold.cancel-day-text')}</p>
          <Form method="post" noValidate preventScrollReset>
            <TextArea
              id="reason"
              rows={2}
              label={t('adviser.reason')}
              error={refused?.errors.find(({ id }) => id === 'reason')?.message}
              defaultValue={refused?.fields.reason ?? ''}
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
