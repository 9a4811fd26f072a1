import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fill } from './class-fills.ts';
import { MapKey } from './map-key.tsx';
import { MapOverlay } from './map-overlay.tsx';
import { PlaceCard, type PlaceOnMap } from './place-card.tsx';

type Props = {
  picture: { src: string; alt: string; viewBox: string; width: number; height: number };
  attribution: string;
  classes: readonly { key: string; label: string; text: string; fill: Fill; count: number; to: string }[];
  places: readonly PlaceOnMap[];
  enlarged: readonly string[];
  chosen: string;
  /** What the chance of a place is about, with its day. */
  chanceLabel: string;
  linkTo(code: string): string;
};

/** The map with its key, and beside it the municipality that was chosen in the field or is pointed at with the mouse. */
export function MapBoard({ picture, attribution, classes, places, enlarged, chosen, chanceLabel, linkTo }: Props) {
  const { t } = useTranslation('views');
  const [pointed, setPointed] = useState<string>();
  const shown = places.find(({ code }) => code === (pointed ?? chosen));
  return (
    <div className="space-6 columns">
      <figure className="figure">
        <div className="map-frame">
          <img src={picture.src} alt={picture.alt} width={picture.width} height={picture.height} />
          <MapOverlay
            viewBox={picture.viewBox}
            places={places.map(({ code, name, shownAs }) => ({ code, label: `${name}: ${shownAs}`, to: linkTo(code) }))}
            enlarged={new Set(enlarged)}
            chosen={chosen}
            onPoint={setPointed}
          />
        </div>
        <figcaption>
          {t('map.caption')} <span lang="da">{attribution}</span>
        </figcaption>
      </figure>
      <div className="sticky">
        <MapKey classes={classes} />
        <PlaceCard place={shown} chanceLabel={chanceLabel} />
      </div>
    </div>
  );
}
