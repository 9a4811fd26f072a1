import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { MapClass } from '#curriculum/readiness/readiness-of.ts';

type Props = {
  classes: readonly MapClass[];
  counts: Record<string, number>;
  linkTo: (mapClass: MapClass) => string;
};

/** What the shades of the map mean, and how many municipalities have each. */
export function MapKey({ classes, counts, linkTo }: Props) {
  const { t } = useTranslation('agency');
  return (
    <ul className="map-key" aria-label={t('readiness.legend')}>
      {classes.map((each) => (
        <li key={each}>
          <Swatch mapClass={each} />
          <b>{counts[each]}</b>
          <span>
            <Link to={linkTo(each)}>{t(`class.${each}`)}</Link>
            <small className="small">{t(`class-text.${each}`)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ mapClass }: { mapClass: MapClass }) {
  const fill = {
    klar: 'var(--petrol)',
    bemandet: 'var(--petrol-mid)',
    'under-uddannelse': 'var(--petrol-soft)',
    'ikke-i-gang': 'var(--paper-light)',
    uafklaret: 'url(#hatching)',
  }[mapClass];
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" fill={fill} stroke="var(--grey)" />
      {mapClass === 'ikke-i-gang' && (
        <path
          d="M7 7h.1M17 7h.1M12 12h.1M7 17h.1M17 17h.1"
          stroke="var(--grey)"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}
