import { useTranslation } from 'react-i18next';
import { formatDay } from '#app/words/format.ts';
import { ChanceGroups } from './chance-groups.tsx';
import { type PlaceChance, PlaceChances } from './place-chances.tsx';

type Props = { language: 'da' | 'en'; by: string; rows: PlaceChance[] };

/** A rise of less than this is chance. */
const leastRise = 0.02;
const shown = 8;

/** Every municipality by its chance, where one seat helps most, and all of them in a table. */
export function Places({ language, by, rows }: Props) {
  const { t } = useTranslation('forecast');
  const day = formatDay(language, by);
  const most = rows
    .filter(({ chance, oneMore }) => oneMore - chance >= leastRise)
    .sort((a, b) => b.oneMore - b.chance - (a.oneMore - a.chance))
    .slice(0, shown);
  return (
    <section className="space-7" aria-labelledby="places">
      <h2 id="places">
        {t('groups.title', {
          sure: rows.filter(({ chance }) => chance >= 0.9).length,
          doubt: rows.filter(({ chance }) => chance < 0.55).length,
        })}
      </h2>
      <ChanceGroups rows={rows} />
      <h3>{t('effort.title')}</h3>
      {most.length === 0 ? (
        <p>{t('effort.none')}</p>
      ) : (
        <>
          <p>{t('effort.lead')}</p>
          <PlaceChances title={t('effort.title')} day={day} rows={most} />
        </>
      )}
      <details className="disclosure">
        <summary>{t('place.all', { count: rows.length })}</summary>
        <PlaceChances title={t('place.title')} day={day} rows={rows} />
      </details>
    </section>
  );
}
