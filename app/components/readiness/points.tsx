import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';

type Props = {
  place: Pick<MunicipalityView, 'score' | 'scoreParts'>;
  scoring: readonly { key: string; title: string }[];
};

/** The points of a municipality with the parts they are made of. */
export function Points({ place, scoring }: Props) {
  const { t } = useTranslation('agency');
  const titles = new Map(scoring.map(({ key, title }) => [key, title]));
  return (
    <section className="space-7" aria-labelledby="score">
      <h2 id="score">{t('place.score', { score: place.score })}</h2>
      <p>{t('place.score-what')}</p>
      <Facts
        rows={place.scoreParts.map(({ key, points, max }) => [
          titles.get(key) ?? key,
          t('place.points', { points, max }),
        ])}
      />
    </section>
  );
}
