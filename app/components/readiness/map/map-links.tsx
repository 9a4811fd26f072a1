import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';

type Props = { viewBox: string; places: readonly { code: string; label: string }[] };

/** Links over the map for the mouse only. Keyboard and screen reader users have the table, which says the same. */
export function MapLinks({ viewBox, places }: Props) {
  const days = useDays();
  return (
    <svg className="map-links" viewBox={viewBox} aria-hidden="true">
      {places.map(({ code, label }) => (
        <a key={code} href={agencyLink(`/municipalities/${code}`, days)} tabIndex={-1}>
          <title>{label}</title>
          <use href={`/readiness/outlines.svg#k${code}`} />
        </a>
      ))}
    </svg>
  );
}
