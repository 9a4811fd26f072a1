import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';

export type PlaceOnMap = {
  code: string;
  name: string;
  /** Its region, and whether it is a pilot or served together with others. */
  about: string;
  shownAs: string;
  people: string;
  /** How many have a seat on a hold. */
  onHold: string;
  /** How likely it is that the people are ready on the day of the rollout; null where no forecast is shown. */
  chance: string | null;
  papers: string;
  stage: string;
  wave: string;
};

/** What is known about the municipality that was chosen or is pointed at. */
export function PlaceCard({ place, chanceLabel }: { place: PlaceOnMap | undefined; chanceLabel: string }) {
  const { t } = useTranslation('views');
  const days = useDays();
  return (
    <section className="space-6" aria-labelledby="chosen">
      <h2 id="chosen" className="h3">
        {t('card.title')}
      </h2>
      {place ? (
        <article className="place-card">
          <h3>
            <Link to={agencyLink(`/municipalities/${place.code}`, days)}>{place.name}</Link>
          </h3>
          <p className="muted small">{place.about}</p>
          <Facts
            rows={[
              [t('card.class'), place.shownAs],
              [t('card.people'), place.people],
              [t('card.on-hold'), place.onHold],
              [t('card.papers'), place.papers],
              [t('card.stage'), place.stage],
              [t('card.wave'), place.wave],
              ...(place.chance === null ? [] : [[chanceLabel, place.chance] as const]),
            ]}
          />
        </article>
      ) : (
        <p>{t('card.none')}</p>
      )}
      <p className="muted small only-screen">{t('card.how')}</p>
    </section>
  );
}
