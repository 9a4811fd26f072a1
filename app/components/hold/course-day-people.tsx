import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import type { CourseDayList, CourseDayView } from '#app/use-cases/holds/course-days/see-course-day.server.ts';
import { FindPerson } from './find-person.tsx';
import type { HoldRefused } from './hold-refused.ts';
import { attendance, NotedAttendance } from './noted-attendance.tsx';
import { PersonRow } from './person-row.tsx';

const lists = ['awaited', 'others', 'noted'] as const satisfies readonly CourseDayList[];
type Props = { view: CourseDayView; language: 'da' | 'en'; refused: HoldRefused | undefined };

/** Who on the hold is missing, may be noted as well, or was noted: one list at a time, a page at a time. */
export function CourseDayPeople({ view, language, refused }: Props) {
  const { t } = useTranslation('leader');
  const { shown, counts, find, found, page, of } = view;
  const heading = useFocusAfter(counts.noted);
  const here = `/holds/${view.hold.id}/days/${view.day.id}`;
  return (
    <section className="space-7" aria-labelledby="people">
      <nav aria-label={t('courseDay.lists')}>
        <ul className="list-choice">
          {lists.map((list) => (
            <li key={list}>
              <Link to={`${here}?list=${list}#people`} aria-current={list === shown.list ? 'true' : undefined}>
                {t('courseDay.list', { name: t(`courseDay.${list}`), count: counts[list] })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="people" ref={heading} tabIndex={-1}>
        {t(`courseDay.${shown.list}`)}
      </h2>
      {shown.list === 'others' && counts.others > 0 && <p>{t('hold.day-others-text')}</p>}
      {(of > 1 || find !== '') && (
        <FindPerson find={find} found={found} hidden={{ list: shown.list }} all={`${here}?list=${shown.list}#people`} />
      )}
      {counts[shown.list] === 0 && <p>{t(`courseDay.${shown.list}-none`)}</p>}
      {shown.list === 'noted' ? (
        <NotedAttendance noted={shown.people} language={language} refused={refused} />
      ) : (
        <ul className="queue">
          {shown.people.map((person) => (
            <PersonRow
              key={person.enrolmentId}
              person={person}
              before={t('hold.not-noted')}
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
      )}
      <Pages page={page} of={of} label={t('courseDay.pages')} to="people" />
    </section>
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
