import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { HoldRefused } from './hold-refused.ts';
import { attendance, NotedAttendance } from './noted-attendance.tsx';
import { PersonRow } from './person-row.tsx';

type Props = { hold: Pick<HoldView, 'days' | 'advisers'>; language: 'da' | 'en'; refused: HoldRefused | undefined };

/** The advisers whose attendance on a course day has not been noted yet. */
export function awaitedOn({ step, held, noted }: HoldView['days'][number], advisers: HoldView['advisers']) {
  if (!held) return [];
  return advisers.filter(
    ({ enrolmentId, state, statuses }) =>
      !noted.some((each) => each.enrolmentId === enrolmentId) &&
      state === 'active' &&
      ['open', 'now'].includes(statuses[step] ?? ''),
  );
}

/** The course days of a hold: whose attendance is missing, and a form to add one more day. */
export function CourseDays({ hold, language, refused }: Props) {
  const { t } = useTranslation('leader');
  const field = (id: string) => ({
    id,
    label: t(`holds.field.${id}`),
    error: refused?.errors.find((error) => error.id === id)?.message,
    defaultValue: refused?.fields[id],
  });
  return (
    <>
      {hold.days.map((day) => {
        const awaited = awaitedOn(day, hold.advisers);
        return (
          <section className="space-7" key={day.id} aria-labelledby={day.id}>
            <h2 id={day.id}>{t('hold.day', { day: formatDay(language, day.heldOn) })}</h2>
            <p className="muted">{[day.startsAt, day.place].filter(Boolean).join(' · ')}</p>
            {awaited.length === 0 ? (
              <p>{t(day.held ? 'hold.day-nobody' : 'hold.day-ahead')}</p>
            ) : (
              <ul className="queue">
                {awaited.map((person) => (
                  <PersonRow
                    key={person.enrolmentId}
                    person={person}
                    before={t('hold.not-noted')}
                    hidden={{ day: day.id }}
                    choices={attendance.map((outcome) => ({
                      name: 'attendance',
                      value: outcome,
                      text: t(`hold.${outcome}`),
                      label: t(`hold.${outcome}-name`, { name: person.name }),
                    }))}
                  />
                ))}
              </ul>
            )}
            <NotedAttendance noted={day.noted} language={language} refused={refused} />
          </section>
        );
      })}
      <details className="disclosure space-7" open={refused !== undefined && 'heldOn' in refused.fields}>
        <summary>{t('hold.add-day')}</summary>
        <p>{t('hold.add-day-text')}</p>
        <Form method="post" noValidate>
          <Field {...field('heldOn')} type="date" />
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
