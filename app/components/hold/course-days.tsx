import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';
import { formatDay } from '#app/words/format.ts';
import { CourseDay } from './course-day.tsx';
import type { HoldRefused } from './hold-refused.ts';

type Props = { hold: Pick<HoldView, 'days' | 'advisers'>; language: 'da' | 'en'; refused: HoldRefused | undefined };

/** The course days of a hold, and a form to add one more. */
export function CourseDays({ hold, language, refused }: Props) {
  const { t } = useTranslation('leader');
  // A refused change of a day that is there belongs to the form of that day.
  const mine = refused?.fields.day ? undefined : refused;
  const field = (id: 'heldOn' | 'startsAt' | 'place') => ({
    id,
    label: t(`holds.field.${id}`),
    error: mine?.errors.find((error) => error.id === id)?.message,
    defaultValue: mine?.fields[id],
  });
  /** Two sessions on one day are told apart by their time. */
  const titleOf = ({ heldOn, startsAt }: HoldView['days'][number]) => {
    const isAlone = hold.days.filter((each) => each.heldOn === heldOn).length === 1;
    return isAlone ? formatDay(language, heldOn) : `${formatDay(language, heldOn)}, ${startsAt}`;
  };
  return (
    <>
      {hold.days.map((day) => (
        <CourseDay
          key={day.id}
          day={day}
          title={titleOf(day)}
          advisers={hold.advisers}
          language={language}
          refused={refused}
        />
      ))}
      <details className="disclosure space-7" open={mine !== undefined && 'heldOn' in mine.fields}>
        <summary>{t('hold.add-day')}</summary>
        <p>{t('hold.add-day-text')}</p>
        <Form method="post" noValidate>
          <DateField {...field('heldOn')} />
          <Field {...field('startsAt')} type="time" hint={t('holds.clock-hint')} />
          <Field {...field('place')} prose className="input-width-l" hint={t('holds.optional')} />
          <button className="button button-secondary" name="intent" value="add-day" type="submit">
            {t('hold.add-day')}
          </button>
        </Form>
      </details>
    </>
  );
}
