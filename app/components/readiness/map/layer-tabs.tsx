import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import type { MapLayer } from '#curriculum/readiness/map-layers.ts';

/** Chooses what the map shows; the day, the region and the municipality stay. */
export function LayerTabs({
  layers,
  layer,
  carried,
}: {
  layers: readonly MapLayer[];
  layer: MapLayer;
  carried: Carried;
}) {
  const { t } = useTranslation('views');
  return (
    <nav className="section-tabs space-6 only-screen" aria-label={t('map.layers')}>
      <ul>
        {layers.map((each) => (
          <li key={each}>
            <Link
              to={agencyLink('', { ...carried, layer: each })}
              aria-current={each === layer ? 'page' : undefined}
              preventScrollReset
            >
              {t(`layer.${each}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
