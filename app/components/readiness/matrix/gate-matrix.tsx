import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { type AdviserBarShown, AdviserBars } from './adviser-bar.tsx';
import { MatrixRow, type MatrixRowShown, type Sign } from './matrix-row.tsx';

export type MatrixColumn = { key: string; short: string; isPaper: boolean };
type Props = {
  caption: string;
  /** The staffing, the other gates about people, and the papers. */
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRowShown[];
  bars: readonly AdviserBarShown[];
  sums: { ready: number; staffing: string; missing: number; met: number[] };
  linkTo(code: string): string;
};

/** Municipality by gate: people first, then papers with their age. The head and the first column stay in sight. */
export function GateMatrix({ caption, columns, rows, bars, sums, linkTo }: Props) {
  const { t } = useTranslation('views');
  const { t: agency } = useTranslation('agency');
  const papers = columns.filter(({ isPaper }) => isPaper).length;
  const said = (value: 'opfyldt' | 'ikke-opfyldt' | 'ukendt' | 'ikke-relevant') =>
    agency(`gate.${value}`).toLowerCase();
  const words: Record<Sign, string> = {
    ok: said('opfyldt'),
    no: said('ikke-opfyldt'),
    un: said('ukendt'),
    na: said('ikke-relevant'),
  };
  const open = t('matrix.open', { name: '{{name}}' });
  const [staffing, ...others] = columns;
  return (
    <ScrollRegion label={t('matrix.label')} tall>
      <AdviserBars bars={bars} />
      <table className="gate-matrix">
        <caption className="sr-only">{caption}</caption>
        <colgroup span={2} />
        <colgroup span={columns.length - papers + 1} />
        <colgroup span={papers} />
        <thead>
          <tr>
            <td colSpan={2} />
            <th scope="colgroup" colSpan={columns.length - papers + 1}>
              {t('matrix.people')}
            </th>
            <th scope="colgroup" colSpan={papers}>
              {t('matrix.papers')}
            </th>
          </tr>
          <tr>
            <th scope="col">{agency('column.name')}</th>
            <th scope="col">{agency('column.verdict')}</th>
            <th scope="col">{staffing!.short}</th>
            <th scope="col" className="right">
              {t('matrix.missing')}
            </th>
            {others.map(({ key, short }) => (
              <th scope="col" key={key}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.code} row={row} words={words} open={open} to={linkTo(row.code)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('matrix.shown')}</th>
            <td>{t('matrix.ready', { count: sums.ready })}</td>
            <td>{sums.staffing}</td>
            <td className="right">{sums.missing}</td>
            {others.map(({ key }, at) => (
              <td key={key}>{sums.met[at + 1]}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
