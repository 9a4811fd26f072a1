type Props = {
  viewBox: string;
  /** Each municipality that can be pointed at; around the capital it is drawn a second time. */
  places: readonly { code: string; label: string; to: string }[];
  enlarged: ReadonlySet<string>;
  chosen: string;
  onPoint(code: string | undefined): void;
};

/**
 * Links over the map for the mouse only. The keyboard and screen readers have the field above it and the list below, which
 * say the same.
 */
export function MapOverlay({ viewBox, places, enlarged, chosen, onPoint }: Props) {
  return (
    <svg className="map-links" viewBox={viewBox} aria-hidden="true" onPointerLeave={() => onPoint(undefined)}>
      {places.map(({ code, label, to }) => (
        <a
          key={code}
          href={to}
          tabIndex={-1}
          className={code === chosen ? 'chosen' : undefined}
          onPointerEnter={() => onPoint(code)}
        >
          <title>{label}</title>
          <use href={`/readiness/outlines.svg?2021#k${code}`} />
          {enlarged.has(code) && <use href={`/readiness/outlines.svg?2021#c${code}`} />}
        </a>
      ))}
    </svg>
  );
}
