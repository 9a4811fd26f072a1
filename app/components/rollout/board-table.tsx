import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { RolloutStep } from '#curriculum/rollout/rollout-event.ts';
import { stepOrder } from './step-order.ts';

type Row = { id: string; name: string; counts: Record<RolloutStep, number>; paused: number };

/** The board as a table, with the sums of the country. */
export function BoardTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('rollout');
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  const total = ({ counts }: Row) => stepOrder.reduce((all, step) => all + counts[step], 0);
  return (
    <details className="disclosure">
      <summary>{t('table.show')}</summary>
      <ScrollRegion label={t('table.caption')}>
        <table className="data-table">
          <caption>{t('table.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.wave')}</th>
              {stepOrder.map((step) => (
                <th scope="col" className="right" key={step}>
                  {t(`step.${step}`)}
                </th>
              ))}
              <th scope="col" className="right">
                {t('table.paused')}
              </th>
              <th scope="col" className="right">
                {t('table.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {stepOrder.map((step) => (
                  <td className="right" key={step}>
                    {row.counts[step]}
                  </td>
                ))}
                <td className="right">{row.paused}</td>
                <td className="right">{total(row)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('table.sum')}</th>
              {stepOrder.map((step) => (
                <td className="right" key={step}>
                  <b>{sum(({ counts }) => counts[step])}</b>
                </td>
              ))}
              <td className="right">
                <b>{sum(({ paused }) => paused)}</b>
              </td>
              <td className="right">
                <b>{sum(total)}</b>
              </td>
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
