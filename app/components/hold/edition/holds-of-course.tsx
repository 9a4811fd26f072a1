import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { CourseEditions } from '#app/use-cases/holds/editions/see-course-editions.server.ts';
import { formatDay } from '#app/words/format.ts';

const columns = ['not-begun', 'before-day', 'after-day', 'busy', 'decided'] as const;

/** Each hold of the course with the edition it is on and how many stand in which group. */
export function HoldsOfCourse({ holds, language }: { holds: CourseEditions['holds']; language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  return (
    <section className="space-6" aria-labelledby="holds">
      <h2 id="holds">{t('editions.holds')}</h2>
      <ScrollRegion label={t('editions.holds')}>
        <table className="data-table">
          <caption className="sr-only">{t('editions.holds')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('editions.hold')}</th>
              <th scope="col">{t('edition.at')}</th>
              <th scope="col">{t('editions.days')}</th>
              {columns.map((group) => (
                <th scope="col" key={group}>
                  {t(`editions.group.${group}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {holds.map(({ id, name, edition, startsOn, endsOn, counts }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/holds/${id}/edition`}>{name}</Link>
                </th>
                <td>{edition}</td>
                <td>
                  {formatDay(language, startsOn)} – {formatDay(language, endsOn)}
                </td>
                {columns.map((group) => (
                  <td key={group}>{counts[group] ?? 0}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
