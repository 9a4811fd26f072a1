import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { LibraryEntry } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import { LibraryStanding } from './library-standing.tsx';

type Props = { language: 'da' | 'en'; libraries: readonly LibraryEntry[] };

/** Libraries under the service that runs them. */
export function LibraryTable({ language, libraries }: Props) {
  const { t } = useTranslation('places');
  const services = [...new Set(libraries.map(({ service }) => service))];
  return (
    <ScrollRegion label={t('title')}>
      <table className="data-table">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.number')}</th>
            <th scope="col">{t('column.municipality')}</th>
            <th scope="col">{t('column.people')}</th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        {services.map((service) => (
          <tbody key={service}>
            <tr>
              <th scope="rowgroup" colSpan={5}>
                {service}
              </th>
            </tr>
            {libraries
              .filter((each) => each.service === service)
              .map((library) => (
                <tr key={library.number}>
                  <th scope="row">
                    <Link to={`/places/${library.number}`}>{library.name}</Link>
                  </th>
                  <td>{library.number}</td>
                  <td>{library.municipality}</td>
                  <td>{library.people}</td>
                  <td>
                    <LibraryStanding language={language} library={library} />
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
