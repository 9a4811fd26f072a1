import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; staff: MunicipalityView['staff']; mayCorrect: boolean };

/** The advisers of a municipality and their certificates. */
export function StaffTable({ language, staff, mayCorrect }: Props) {
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  return (
    <section className="space-7" aria-labelledby="staff">
      <h2 id="staff">{t('place.staff')}</h2>
      {staff.length === 0 ? (
        <p>{t('place.no-staff')}</p>
      ) : (
        <ScrollRegion label={t('place.staff')}>
          <table className="data-table">
            <caption className="sr-only">{t('place.staff')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('place.adviser')}</th>
                <th scope="col">{t('place.library')}</th>
                <th scope="col">{t('guides.column')}</th>
                <th scope="col">{t('place.certificate')}</th>
                {mayCorrect && <th scope="col">{t('work.heading')}</th>}
              </tr>
            </thead>
            <tbody>
              {staff.map((person) => (
                <tr key={person.id}>
                  <th scope="row">{person.name}</th>
                  <td>{person.library}</td>
                  <td>{person.guidesFrom ? formatDay(language, person.guidesFrom) : t('guides.never')}</td>
                  <td>
                    {person.status
                      ? `${common(`certificate.${person.status}`)}, ${t('place.until', { day: formatDay(language, person.lastValidDay!) })}`
                      : t('place.no-certificate')}
                  </td>
                  {mayCorrect && (
                    <td>
                      <Link to={`/people/${person.id}/work`} aria-label={t('work.see-of', { name: person.name })}>
                        {t('work.see')}
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
