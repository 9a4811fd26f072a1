import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';

type Props = {
  classes: readonly { key: string; label: string; count: number }[];
  places: readonly { code: string; name: string; key: string }[];
};

/** Every municipality of the map by name, in the groups of its key. */
export function PlacesByClass({ classes, places }: Props) {
  const { t } = useTranslation('views');
  const days = useDays();
  return (
    <details className="disclosure space-6">
      <summary>{t('map.by-name')}</summary>
      <dl>
        {classes
          .filter(({ count }) => count > 0)
          .map(({ key, label, count }) => (
            <div key={key}>
              <dt>
                {label}: {count}
              </dt>
              <dd>
                {places
                  .filter((place) => place.key === key)
                  .map(({ code, name }, at) => (
                    <span key={code}>
                      {at > 0 && ', '}
                      <Link to={agencyLink(`/municipalities/${code}`, days)} discover="none">
                        {name}
                      </Link>
                    </span>
                  ))}
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
