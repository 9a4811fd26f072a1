import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { MunicipalityView, TargetFigure } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatNumber } from '#app/words/format.ts';
import { staffingText } from './staffing-text.ts';

type Props = {
  language: 'da' | 'en';
  place: Pick<
    MunicipalityView,
    'service' | 'population' | 'populationDate' | 'targetGroup' | 'people' | 'papers' | 'stage' | 'staffing' | 'pilot'
  >;
};

/** What a municipality is: its size, its people, its papers and its stage. */
export function AboutPlace({ language, place }: Props) {
  const { t } = useTranslation('agency');
  const figure = (key: TargetFigure) => {
    const found = place.targetGroup[key];
    return found ? `${formatNumber(language, found.value)} (${found.source}, ${found.year})` : t('place.unknown');
  };
  return (
    <aside className="panel" aria-labelledby="about">
      <h2 id="about" className="h4">
        {place.service}
      </h2>
      <Facts
        rows={[
          [t('place.population'), `${formatNumber(language, place.population)} (${place.populationDate.slice(0, 4)})`],
          [t('place.firms'), figure('firms')],
          [t('place.firms-none'), figure('firmsWithoutEmployees')],
          [t('place.firms-few'), figure('firms1to9')],
          [t('place.associations'), figure('associations')],
          [t('axes.people'), `${t(`people.${place.people}`)}, ${staffingText(t, place.staffing)}`],
          [t('axes.papers'), t(`papers.${place.papers}`)],
          [t('place.stage'), t(`stage.${place.stage}`)],
          [t('place.pilot'), place.pilot ? t('yes') : t('no')],
        ]}
      />
    </aside>
  );
}
