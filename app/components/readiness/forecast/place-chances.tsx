import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import { chanceKey } from './chance-key.ts';

export type PlaceChance = {
  code: string;
  name: string;
  chance: number;
  chanceBy: number;
  /** With one more on a hold. */
  oneMore: number;
  counted: number;
  required: number;
  onTheWay: number;
  rests: 'own' | 'nation';
  completions: number;
  papers: boolean;
};
type Props = { title: string; day: string; rows: PlaceChance[] };

/** The chance of places, with what they have, and what one more on a hold would do. */
export function PlaceChances({ title, day, rows }: Props) {
  const { t } = useTranslation('forecast');
  const days = useDays();
  const chance = (value: number) => {
    const { key, count } = chanceKey(value);
    return t(`chance.${key}`, { count });
  };
  return (
    <ScrollRegion label={title}>
      <table className="data-table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('place.name')}</th>
            <th scope="col">{t('place.chance', { day })}</th>
            <th scope="col">{t('place.by', { day })}</th>
            <th scope="col">{t('place.one-more')}</th>
            <th scope="col">{t('place.has')}</th>
            <th scope="col">{t('place.rests')}</th>
            <th scope="col">{t('place.papers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <Link to={agencyLink(`/municipalities/${row.code}`, days)}>{row.name}</Link>
              </th>
              <td>{chance(row.chance)}</td>
              <td>{chance(row.chanceBy)}</td>
              <td>{chance(row.oneMore)}</td>
              <td>
                {t('place.counted', { counted: row.counted, required: row.required })}
                {row.onTheWay > 0 && `, ${t('place.on-the-way', { count: row.onTheWay })}`}
              </td>
              <td>
                {row.rests === 'own'
                  ? t('place.own', { count: row.completions })
                  : t('place.nation', { count: row.completions })}
              </td>
              <td>{row.papers ? t('place.papers-met') : t('place.papers-lack')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
