import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';

type Counts = { region: string; counts: Record<string, number>; of: number };
type Props = { classes: readonly { key: string; label: string }[]; rows: readonly Counts[]; all: Counts };

/** The same as the map in numbers: how many municipalities of each region have each class. */
export function RegionsTable({ classes, rows, all }: Props) {
  const { t } = useTranslation('views');
  const row = ({ region, counts, of }: Counts, name: string) => (
    <tr key={region}>
      <th scope="row">{name}</th>
      {classes.map(({ key }) => (
        <td className="right" key={key}>
          {counts[key]}
        </td>
      ))}
      <td className="right">{of}</td>
    </tr>
  );
  return (
    <ScrollRegion label={t('regions.caption')}>
      <table className="data-table">
        <caption>{t('regions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.region')}</th>
            {classes.map(({ key, label }) => (
              <th scope="col" className="right" key={key}>
                {label}
              </th>
            ))}
            <th scope="col" className="right">
              {t('sum')}
            </th>
          </tr>
        </thead>
        <tbody>{rows.map((each) => row(each, each.region))}</tbody>
        <tfoot>{row(all, t('regions.all'))}</tfoot>
      </table>
    </ScrollRegion>
  );
}
