import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { SortHeadings } from '#app/components/base/sort-headings.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { ReportSort } from '#app/use-cases/readiness/filter-report.ts';
import type { ReportRow } from '#app/use-cases/readiness/readiness-report.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import { papersText } from './papers-text.ts';
import { staffingText } from './staffing-text.ts';

type Row = Omit<ReportRow, 'gates' | 'strict' | 'falling' | 'scoreParts'> & {
  lacks: { key: string; value: GateValue }[];
};
type Props = {
  language: 'da' | 'en';
  asOf: string;
  rows: Row[];
  wanted: { sort: ReportSort; reversed: boolean };
  gates: Record<string, string>;
};

const columns = ['name', 'verdict', 'staffing', 'papers', 'stage', 'lacks'] as const satisfies ReportSort[];
/** These columns start with the highest value. */
const falling = new Set<ReportSort>(['staffing', 'papers']);

/** One row per municipality with its people, its papers and its stage, sortable by every column. */
export function ReadinessTable({ language, asOf, rows, wanted, gates }: Props) {
  const { t } = useTranslation('agency');
  const lacking = (row: Row) =>
    (['ikke-opfyldt', 'ukendt'] as const).flatMap((value) => {
      const named = row.lacks.filter((gate) => gate.value === value).map(({ key }) => gates[key]);
      const all = named.length === Object.keys(gates).length;
      return named.length === 0 ? [] : [{ value, named: all ? t('readiness.all-gates') : named.join(', ') }];
    });
  return (
    <ScrollRegion label={t('readiness.table')}>
      <table className="data-table wide">
        <caption className="sr-only">{t('readiness.table-caption', { day: formatDay(language, asOf) })}</caption>
        <thead>
          <SortHeadings
            columns={columns}
            sort={wanted.sort}
            reversed={wanted.reversed}
            falling={falling}
            nameOf={(column) => t(`column.${column}`)}
          />
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} data-code={row.code}>
              <th scope="row">
                <Link to={agencyLink(`/municipalities/${row.code}`, { asOf })}>{row.name}</Link>
                {row.pilot && <span className="tag">{t('pilot')}</span>}
              </th>
              <td>{t(`verdict.${row.verdict}`)}</td>
              <td className="right">
                {row.staffing.missing !== null && `${staffingText(t, row.staffing)} `}
                <span className="muted">{t(`people.${row.people}`)}</span>
              </td>
              <td>{papersText(t, row)}</td>
              <td>{t(`stage.${row.stage}`)}</td>
              <td>
                {row.lacks.length === 0
                  ? '–'
                  : lacking(row).map(({ value, named }) => (
                      <div key={value}>
                        {value === 'ukendt' && `${t('gate.ukendt')}: `}
                        {named}
                      </div>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
