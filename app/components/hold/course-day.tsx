import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldView } from '#app/use-cases/holds/see-hold.server.ts';
import { CourseDayActions } from './course-day-actions.tsx';
import type { HoldRefused } from './hold-refused.ts';
import { attendance, NotedAttendance } from './noted-attendance.tsx';
import { PersonRow } from './person-row.tsx';

type Day = HoldView['days'][number];
type People = HoldView['advisers'];
type Props = {
  day: Day;
  title: string;
  advisers: People;
  language: 'da' | 'en';
  refused: HoldRefused | undefined;
};

/** The advisers whose attendance on a course day is expected and has not been noted yet. */
export function awaitedOn(day: Day, advisers: People) {
  return notNotedOn(day, advisers).filter(
    ({ state, statuses }) => state === 'active' && ['open', 'now'].includes(statuses[day.step] ?? ''),
  );
}

const outside = new Set(['withdrawn', 'lapsed']);

function notNotedOn({ held, noted }: Day, advisers: People) {
  if (!held) return [];
  return advisers.filter(
    ({ enrolmentId, state }) => !outside.has(state) && !noted.some((each) => each.enrolmentId === enrolmentId),
  );
}

/** One session: whose attendance is missing, who was noted, and what can be done with the day. */
export function CourseDay({ day, title, advisers, language, refused }: Props) {
  const { t } = useTranslation('leader');
  const heading = useFocusAfter(day.noted.length);
  const place = [day.startsAt, day.place].filter(Boolean).join(' · ');
  if (day.cancelled !== null)
    return (
      <section className="space-7" aria-labelledby={day.id}>
        <h2 id={day.id}>{t('hold.day-cancelled', { day: title })}</h2>
        <p className="muted">{place}</p>
        <p>{t('hold.day-reason', { reason: day.cancelled })}</p>
      </section>
    );
  const awaited = awaitedOn(day, advisers);
  const others = notNotedOn(day, advisers).filter((person) => !awaited.includes(person));
  return (
    <section className="space-7" aria-labelledby={day.id}>
      <h2 id={day.id} ref={heading} tabIndex={-1}>
        {t('hold.day', { day: title })}
      </h2>
      <p className="muted">{place}</p>
      {awaited.length === 0 ? (
        <p>{t(day.held ? 'hold.day-nobody' : 'hold.day-ahead')}</p>
      ) : (
        <NotNoted day={day} people={awaited} />
      )}
      {others.length > 0 && (
        <details className="disclosure">
          <summary>{t('hold.day-others')}</summary>
          <p>{t('hold.day-others-text')}</p>
          <NotNoted day={day} people={others} />
        </details>
      )}
      <NotedAttendance noted={day.noted} language={language} refused={refused} />
      <CourseDayActions day={day} refused={refused} />
    </section>
  );
}

function NotNoted({ day, people }: { day: Day; people: People }) {
  const { t } = useTranslation('leader');
  return (
    <ul className="queue">
      {people.map((person) => (
        <PersonRow
          key={person.enrolmentId}
          person={person}
          before={t('hold.not-noted')}
          hidden={{ day: day.id }}
          staysPut
          choices={attendance.map((outcome) => ({
            name: 'attendance',
            value: outcome,
            text: t(`hold.${outcome}`),
            label: t(`hold.${outcome}-name`, { name: person.name }),
          }))}
        />
      ))}
    </ul>
  );
}

/** The button that noted somebody goes with its row, so the focus moves to the heading. The page does not scroll. */
function useFocusAfter(noted: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(noted);
  useEffect(() => {
    if (before.current !== noted && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
    before.current = noted;
  }, [noted]);
  return heading;
}
