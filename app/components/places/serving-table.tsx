import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { ServiceEntry } from '#app/use-cases/places/serving/list-serving.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; services: readonly ServiceEntry[] };

/** Each library service with the municipalities it serves, and what is planned. */
export function ServingTable({ language, services }: Props) {
  const { t } = useTranslation('places');
  const day = (from: string) => formatDay(language, from);
  return (
    <ScrollRegion label={t('serving.title')}>
      <table className="data-table">
        <caption className="sr-only">{t('serving.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('serving.service')}</th>
            <th scope="col">{t('serving.serves')}</th>
            <th scope="col">{t('serving.planned')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ id, name, serves, comes, goes }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                {serves.length === 0 && <b>{t('serving.none')}</b>}
                {serves.map((place, at) => (
                  <span key={place.code}>
                    {at > 0 && ', '}
                    <Link to={`/places/serving/${place.code}`}>{place.name}</Link>
                  </span>
                ))}
              </td>
              <td>
                {[
                  ...comes.map((each) => t('serving.comes', { name: each.name, day: day(each.from) })),
                  ...goes.map((each) => t('serving.goes', { name: each.name, day: day(each.from) })),
                ].join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
