import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { CourseDayView } from '#app/use-cases/holds/course-days/see-course-day.server.ts';
import { formatInstant } from '#app/words/format.ts';

/** Who has said that they cannot come to a course day. It is not a note of attendance: the leader makes that on the day. */
export function CourseDayRegrets({ view, language }: { view: CourseDayView; language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  if (view.regrets.length === 0) return null;
  return (
    <section className="space-7" aria-labelledby="regrets">
      <h2 id="regrets">{t('courseDay.regrets', { count: view.regrets.length })}</h2>
      <p>{t('courseDay.regrets-text')}</p>
      <ul>
        {view.regrets.map(({ enrolmentId, name, reason, at }) => (
          <li key={enrolmentId}>
            <Link to={`/holds/${view.hold.id}/people/${enrolmentId}`}>{name}</Link>: {reason}{' '}
            <span className="muted">({formatInstant(language, at)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
