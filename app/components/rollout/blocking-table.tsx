import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';

type Blocked = { unmet: number; unknown: number };
type Props = {
  waves: readonly { id: string; name: string }[];
  rows: readonly { key: string; name: string; cells: readonly Blocked[]; sum: Blocked }[];
};

/** How many services of each wave each gate holds back. What is unknown is told apart from what is not met. */
export function BlockingTable({ waves, rows }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <ScrollRegion label={t('blocking.caption')}>
      <table className="data-table">
        <caption className="sr-only">{t('blocking.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('blocking.gate')}</th>
            {waves.map(({ id, name }) => (
              <th scope="col" className="right" key={id}>
                {name}
              </th>
            ))}
            <th scope="col" className="right">
              {t('table.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, sum }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td className="right" key={waves[at]!.id}>
                  <Cell {...cell} />
                </td>
              ))}
              <td className="right">
                <b>
                  <Cell {...sum} />
                </b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ unmet, unknown }: Blocked) {
  const { t } = useTranslation('rollout');
  if (unknown === 0) return unmet;
  return (
    <>
      {unmet > 0 && `${unmet} + `}
      <span className="hatched">
        {unknown}
        <span className="sr-only"> {t('blocking.unknown')}</span>
      </span>
    </>
  );
}
