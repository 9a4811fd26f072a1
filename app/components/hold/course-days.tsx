import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { TimeField } from '#app/components/base/time-field.tsx';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';
import { courseDayTitle } from './course-day-title.ts';
import type { HoldRefused } from './hold-refused.ts';

type Day = HoldView['days'][number];
type Props = {
  hold: Pick<HoldView, 'id' | 'days'>;
  language: 'da' | 'en';
  refused: HoldRefused | undefined;
};

/** The course days of a hold, each with its own page, and a form to add one more. */
export function CourseDays({ hold, language, refused }: Props) {
  const { t } = useTranslation('leader');
  const field = (id: 'heldOn' | 'startsAt' | 'place') => ({
    id,
    label: t(`holds.field.${id}`),
    error: refused?.errors.find((error) => error.id === id)?.message,
    defaultValue: refused?.fields[id],
  });
  return (
    <section className="space-7" aria-labelledby="course-days">
      <h2 id="course-days">{t('hold.days')}</h2>
      <ul className="queue">
        {hold.days.map((day) => (
          <li key={day.id}>
            <div className="waiting">{day.cancelled === null ? <Noted day={day} /> : t('hold.day-is-cancelled')}</div>
            <div>
              <h3>
                <Link to={`/holds/${hold.id}/days/${day.id}`}>{courseDayTitle(day, language)}</Link>
              </h3>
              <p className="muted">{[day.startsAt, day.place].filter(Boolean).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
      <details className="disclosure" open={refused !== undefined && 'heldOn' in refused.fields}>
        <summary>{t('hold.add-day')}</summary>
        <p>{t('hold.add-day-text')}</p>
        <Form method="post" noValidate>
          <DateField {...field('heldOn')} />
          <TimeField {...field('startsAt')} hint={t('holds.clock-hint')} />
          <Field {...field('place')} prose className="input-width-l" hint={t('holds.optional')} />
          <button className="button button-secondary" name="intent" value="add-day" type="submit">
            {t('hold.add-day')}
          </button>
        </Form>
      </details>
    </section>
  );
}

/** How far the note of attendance has come. */
function Noted({ day: { held, awaited, noted } }: { day: Day }) {
  const { t } = useTranslation('leader');
  if (!held) return t('hold.day-is-ahead');
  const counts = noted.attended + noted.excused + noted.absent > 0 && t('hold.noted-count', noted);
  return (
    <>
      {awaited > 0 && <b>{t('hold.day-awaited', { count: awaited })}</b>}
      {awaited > 0 && counts && <br />}
      {counts || (awaited === 0 && t('hold.day-nobody'))}
    </>
  );
}
