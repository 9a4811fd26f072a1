import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatNumber } from '#app/words/format.ts';
import { staffingText } from './staffing-text.ts';

type Props = {
  language: 'da' | 'en';
  place: Pick<
    MunicipalityView,
    'service' | 'population' | 'populationDate' | 'people' | 'papers' | 'stage' | 'staffing' | 'pilot'
  >;
};

/** What a municipality is: its size, its people, its papers and its stage. */
export function AboutPlace({ language, place }: Props) {
  const { t } = useTranslation('agency');
  return (
    <aside className="panel" aria-labelledby="about">
      <h2 id="about" className="h4">
        {place.service}
      </h2>
      <Facts
        rows={[
          [t('place.population'), `${formatNumber(language, place.population)} (${place.populationDate.slice(0, 4)})`],
          [t('axes.people'), `${t(`people.${place.people}`)}, ${staffingText(t, place.staffing)}`],
          [t('axes.papers'), t(`papers.${place.papers}`)],
          [t('place.stage'), t(`stage.${place.stage}`)],
          [t('place.pilot'), place.pilot ? t('yes') : t('no')],
        ]}
      />
    </aside>
  );
}
